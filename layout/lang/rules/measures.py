"""The signs of units and currencies that every language writes alike (SI, ISO 4217); data alone."""

from __future__ import annotations

UNITS = (
    "km m cm mm dm µm μm nm pm ha km² m² cm² mm² dm² km³ m³ cm³ mm³ dm³ km2 m2 cm2 mm2 m3 cm3 dm3 kg g "
    "mg µg "
    "μg ng dag dkg t kt Mt q l hl dl cl ml µl μl L mL h s ms µs μs ns min d °C °F °K ° K V mV kV MV µV "
    "W mW "
    "kW MW GW TW kWp MWp kWh MWh GWh TWh Wh Ws VA kVA MVA var kvar A mA µA kA Ah mAh Ω kΩ MΩ F µF nF pF "
    "H mH "
    "T mT Hz kHz MHz GHz THz b B kb kB KB Mb MB Gb GB Tb TB PB kbit Mbit Gbit kbps Mbps Gbps KiB MiB GiB J "
    "kJ MJ "
    "GJ TJ PJ EJ cal kcal eV keV MeV Pa hPa kPa MPa mbar bar atm N kN MN Nm kNm dB dBA lx lm cd mol "
    "mmol Bq "
    "kBq Sv mSv µSv Gy ppm ppb px Mpx pt ppi dpi fps rpm CO₂ % ‰ p.p. pp."
)
CURRENCIES = "PLN EUR € CZK USD $ GBP £ CHF"
