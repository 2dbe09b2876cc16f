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
"""

CZECH = """
neo-ba-rok-ní neo-li-be-rál-ní neo-ka-to-lic-ký neo-fyt neo-go-tic-ký neo-kla-si-cis-mus neo-re-ne-san-ce
ne-ob-vyk-lý ne-obec-ný ne-od-bor-ný ne-opráv-ně-ný
do-brou-šet do-brou-sit mo-tou-zu pou-tě po-utě-šit
pře-du-pat před-úče-to-vat před-ur-čit
post-trau-ma-tic-ký post-pan-de-mic-ký post-mo-der-ní post-ko-mu-nis-tic-ký post-pro-duk-ce
po-stup-ně po-sta-vit
dob-ro-vol-ník dob-ro-druh
"""
