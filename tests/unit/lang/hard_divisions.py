"""Words whose seams and clusters the patterns, or a seam too wide, divide wrongly; with all breaks."""

POLISH = """
po-dob-ny po-dob-no po-do-bień-stwo po-do-łać po-dom-ka po-dol-ski po-do-ba po-do-ba-nie po-don-czas
pod-od-dział pod-ofi-cer pod-okien-ny pod-opiecz-ny
wszcząć wszcze-pić wszczę-cie wszczy-nać
roz-szcze-pie-nie roz-sznu-ro-wać roz-chmu-rzyć roz-dmu-chać roz-szla-chet-nić
bez-dźwięcz-ny bez-wład-ny bez-względ-ny bez-szmer-ny
pół-trwa-nia pół-śpie-wem pół-sztyw-ny pół-krwi
spor-cie upor-czy-wy spol-szcze-nie trans-por-cie kon-cer-cie par-cie
za-rdze-wieć za-rwać po-łgać
nie-brzmią-cy nie-drgnię-cie pszczel-nic-two
wi-deo-kon-fe-ren-cja wi-deo-film wi-ce-hra-bia ado-ra-cja am-ba-sa-do-ro-wać la-bra-do-ro-wy
naj-atrak-cyj-niej-szy naj-agre-syw-niej naj-ele-gant-szy naj-ostrzej-sza na-jem-ca na-jazd na-jeść
mi-nio-ny mi-nia-tur-ka mi-ni-elek-trow-nia mi-ni-osie-dle mi-ni-opo-wia-da-nie
wie-lo-rdze-nio-wy wie-lo-wrze-cio-no-wy jed-no-rdze-nio-wy dwu-śpiew mi-kro-sfe-ra eko-sfe-ra an-ty-wzór
an-ty-psy-cho-tycz-ny geo-włók-ni-na ar-cy-łgarz elek-trow-nia sa-mo-zwań-czy
pod-al-pej-ski nad-opie-kuń-czość od-oli-wić przed-ad-wen-to-wy bez-echo-wy post-awan-gar-da
in-ter-ope-ra-cyj-ny we-wnątrz-szkol-ny ze-wnątrz-ste-row-ny su-per-zło-czyń-ca
"""

CZECH = """
neo-ba-rok-ní neo-li-be-rál-ní neo-ka-to-lic-ký neo-fyt neo-go-tic-ký neo-kla-si-cis-mus neo-re-ne-san-ce
ne-ob-vyk-lý ne-obec-ný ne-od-bor-ný ne-opráv-ně-ný
do-brou-šet do-brou-sit mo-tou-zu pou-tě po-utě-šit
pře-du-pat před-úče-to-vat před-ur-čit
post-trau-ma-tic-ký post-pan-de-mic-ký post-mo-der-ní post-ko-mu-nis-tic-ký post-pro-duk-ce
po-stup-ně po-sta-vit
dob-ro-vol-ník dob-ro-druh
po-lo-opi-ce po-lo-okruh po-lo-dra-ho-kam pod-ob-jekt pod-al-ge-bra pod-ex-po-no-vat pro-ti-ame-ric-ký
pro-ti-aler-gic-ký trans-uran ar-ci-opat ar-ci-bra-trstvo kryp-to-ana-lý-za kryp-ton-ka ole-jo-mal-ba
do-opy-lit do-ode-psat na-emu-lo-vat na-ole-jo-vat od-izo-lo-vat od-ope-ro-vat troj-obal troj-moc-ný
"""
