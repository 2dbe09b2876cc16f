"""Words of the brochures' subject with all their break points, checked against PWN and ÚJČ."""

POLISH = """
współ-pra-ca aglo-me-ra-cji opol-skiej oło-mu-niec-kiej za-po-cząt-ko-wa-na zo-sta-ła kie-dy
przed-sta-wi-cie-le pod-pi-sa-li po-ro-zu-mie-nie trans-gra-nicz-nej pierw-sze po-mię-dzy pod-mio-ta-mi
od-po-wie-dzial-ny-mi wdra-ża-nie zin-te-gro-wa-nych in-we-sty-cji te-ry-to-rial-nych re-pu-bli-ce
ko-lej-nym kro-kiem za-cie-śnie-nia po-głę-bie-nia re-ali-za-cja part-ner-skie-go pro-jek-tu któ-ry
re-ali-zo-wa-ny la-tach ra-mach fun-du-szu mi-kro-pro-jek-tów pro-gra-mu głów-nym ce-lem
in-sty-tu-cjo-nal-na za-kre-sie roz-wo-ju spo-łecz-no go-spo-dar-cze-go oby-dwu wy-mia-na do-świad-czeń
pro-wa-dzą-ca po-lep-sze-nia ukie-run-ko-wa-nia pro-ce-su ob-sza-rów za-kła-dał re-ali-za-cję wi-zyt
stu-dyj-nych prze-zna-czo-nych przed-sta-wi-cie-li wy-mia-nę do-brych prak-tyk za-kre-su wdra-ża-nia
kon-kurs wie-dzy stro-nie pol-skiej dzia-ła-nia in-for-ma-cyj-no pro-mo-cyj-ne po-zwo-li-ła wzmoc-nie-nie
na-wią-za-nie trwa-łych kon-tak-tów part-ne-ra-mi ko-lej-nych wspól-nych przed-się-wzięć sa-mo-rząd
sa-mo-rzą-do-wy wo-je-wódz-two wo-je-wódz-ki mar-szał-kow-ski pre-zy-dent bur-mistrz sta-ro-sta urzęd-nik
urząd mi-ni-ster-stwo roz-po-rzą-dze-nie usta-wa stra-te-gia do-ku-ment dzia-ła-nie prio-ry-tet na-bór
wnio-sek wnio-sko-daw-ca be-ne-fi-cjent do-ta-cja do-fi-nan-so-wa-nie bu-dżet wy-dat-ki
kwa-li-fi-ko-wal-ne trwa-łość pla-no-wa-nie prze-strzen-ny trans-port ko-le-jo-wy dro-go-wy ro-we-ro-wy
ścież-ka au-to-bus przy-sta-nek wo-do-ciąg ka-na-li-za-cja oczysz-czal-nia śro-do-wi-sko przy-rod-ni-czy
kra-jo-braz po-wie-trze ener-ge-tycz-ny od-na-wial-ny oszczęd-ność za-by-tek za-byt-ko-wy dzie-dzic-two
za-mek ko-ściół ka-te-dra ra-tusz ry-nek fon-tan-na mu-zeum ga-le-ria te-atr fil-har-mo-nia bi-blio-te-ka
wy-sta-wa fe-sti-wal edu-ka-cja szko-ła uni-wer-sy-tet stu-den-ci ba-da-nia in-no-wa-cje
przed-się-bior-czość przed-się-bior-ca za-trud-nie-nie bez-ro-bo-cie tu-ry-sty-ka tu-ry-stycz-ny
uzdro-wi-sko spor-to-wy szpi-tal zdro-wot-ny se-nio-rzy mło-dzież ro-dzi-na spo-łecz-ność oby-wa-tel-ski
sto-wa-rzy-sze-nie part-ner-stwo gra-ni-ca gra-nicz-ny przy-gra-nicz-ny są-sie-dzi eu-ro-re-gion
mię-dzy-na-ro-do-wy se-mi-na-rium kon-fe-ren-cja ro-bo-czy spo-tka-nie wy-ciecz-ka warsz-ta-ty uczest-nik
uczest-nic-two py-ta-nie od-po-wiedź zwy-cięz-ca na-gro-da pu-bli-ka-cja bro-szu-ra ulot-ka
in-ter-ne-to-wy stro-na prze-wod-ni-czą-cy naj-waż-niej-szy naj-więk-szy naj-lep-szy nie-ustan-nie
nie-za-leż-ny bez-po-śred-nio wszyst-kim roz-wią-za-nie roz-sze-rze-nie od-bu-do-wa od-po-wie-dzial-ność
pod-sta-wo-wy nad-rzęd-ny przed-się-wzię-cie prze-strzeń prze-ka-za-nie wspól-no-ta współ-fi-nan-so-wa-ny
cze-sko nie-miec-ki ję-zy-ko-wy tłu-ma-cze-nie świad-cze-nie miesz-kań-ców miesz-kań-cy ty-siąc
osią-gnię-cie moż-li-wość umoż-li-wia więk-szość póź-niej-szy wcze-śniej-szy eko-lo-gicz-ny go-spo-dar-ka
po-in-for-mo-wać za-an-ga-żo-wa-nie nad-odrzań-ski pod-opol-ski po-nad-re-gio-nal-ny współ-or-ga-ni-za-tor
na-uka po-emat eks-port przed-szko-le
"""

CZECH = """
spo-lu-prá-ce aglo-me-ra-ce za-há-je-na zá-stup-ci po-de-psa-li do-ho-du přes-hra-nič-ní jed-na-lo
sub-jek-ty od-po-věd-ný-mi rea-li-za-ci in-te-gro-va-ných územ-ních in-ves-tic re-pub-li-ce dal-ším
kro-kem pro-hlou-be-ní zrea-li-zo-vá-ní part-ner-ské-ho pro-jek-tu na-zý-val rea-li-zo-ván le-tech rám-ci
fon-du mi-kro-pro-jek-tů pro-gra-mu hlav-ním cí-lem in-sti-tu-ce-mi ob-las-ti so-cio-eko-no-mic-ké-ho
roz-vo-je obou vý-mě-na zku-še-nos-tí ve-dou-cích zlep-še-ní pro-ce-su im-ple-men-ta-ce te-ri-to-riál-ních
olo-mouc-ké za-hr-no-val stu-dij-ních ná-vštěv vě-do-most-ní sou-těž pro-běh-la pol-ské stra-ně
in-for-mač-ní pro-pa-gač-ní ak-ti-vi-ty spo-leč-né-ho umož-ni-la po-sí-le-ní na-vá-zá-ní tr-va-lých
kon-tak-tů part-ne-ry na-va-zu-jí-cích spo-leč-ných oby-va-tel-stvo oby-va-tel sa-mo-sprá-va
sa-mo-správ-ný sta-tu-tár-ní měs-to měst-ská ma-gis-trát pri-má-tor hejt-man kraj-ský kraj okres obec
obec-ní úřad úřed-ní za-stu-pi-tel-stvo za-stu-pi-tel rad-ní ná-měs-tek ta-jem-ník mi-nis-ter-stvo míst-ní
roz-voj stra-te-gie stra-te-gic-ký do-ku-ment opat-ře-ní prio-ri-ta prio-rit-ní osa vý-zva žá-dost
ža-da-tel pří-jem-ce do-ta-ce do-tač-ní pod-po-ra pod-po-ře-ný fi-nan-co-vá-ní spo-lu-fi-nan-co-vá-ní
roz-po-čet roz-poč-to-vý způ-so-bi-lé vý-da-je udr-ži-tel-nost udr-ži-tel-ný roz-vo-jo-vý plá-no-vá-ní
územ-ní plán do-pra-va do-prav-ní cyk-lo-do-pra-va cyk-lis-tic-ký že-lez-ni-ce že-lez-nič-ní ná-dra-ží
sil-ni-ce dál-ni-ce le-tiš-tě hro-mad-ná tram-vaj au-to-bu-so-vý za-stáv-ka in-fra-struk-tu-ra vo-do-vod
ka-na-li-za-ce čis-tír-na od-pad-ní ži-vot-ní pro-stře-dí ochra-na pří-ro-dy kra-ji-na kra-jin-ný ze-leň
ovzdu-ší ener-ge-ti-ka ener-ge-tic-ký ob-no-vi-tel-ný úspo-ra za-tep-le-ní pa-mát-ka pa-mát-ko-vý
kul-tur-ní dě-dic-tví hrad zá-mek kos-tel ka-te-drá-la rad-ni-ce ná-měs-tí kaš-na sloup nej-svě-těj-ší
tro-ji-ce mu-zeum ga-le-rie di-va-dlo fil-har-mo-nie kni-hov-na vý-sta-va fes-ti-val vzdě-lá-vá-ní ško-la
zá-klad-ní střed-ní vy-so-ká uni-ver-zi-ta stu-den-ti vý-zkum vý-zkum-ný ino-va-ce pod-ni-ká-ní
pod-ni-ka-tel pod-ni-ka-tel-ský hos-po-dář-ství hos-po-dář-ský za-měst-na-nost ne-za-měst-na-nost trh
prá-ce pra-cov-ní pří-le-ži-tost ces-tov-ní ruch tu-ris-tic-ký tu-ris-ti-ka ná-vštěv-ník ná-vštěv-nost
láz-ně lá-zeň-ský sport spor-tov-ní hřiš-tě zdra-vot-nic-tví ne-moc-ni-ce so-ciál-ní služ-by se-nio-ři
mlá-dež ro-di-na ko-mu-nit-ní ob-čan-ský sdru-že-ní part-ner-ství part-ner ve-dou-cí přes-hra-nič-ně
po-hra-ni-čí hra-ni-ce hra-nič-ní sou-sed-ní sou-sed-ství eu-ro-re-gion me-zi-ná-rod-ní me-zi-lid-ský
se-mi-nář kon-fe-ren-ce sku-pi-na se-tká-ní ex-kur-ze účast-ník účast-ní-ci kvíz otáz-ka od-po-věď ví-těz
od-mě-na pu-bli-ka-ce bro-žu-ra le-ták tis-ko-vý zprá-va in-ter-ne-to-vý strán-ka před-sed-nic-tvo
před-sta-vi-te-lé před-po-klad před-po-klá-dá pod-mín-ka pod-klad nad-ná-rod-ní od-bor-ník od-bor-ný
roz-hod-nu-tí roz-ší-ře-ní roz-sah bez-peč-nost bez-ba-rié-ro-vý bez-plat-ný vzá-jem-ný vztah vznik
ob-chod ob-no-va ob-jekt ob-last ob-rat usne-se-ní usku-teč-nit usnad-nit zpří-stup-ně-ní zhod-no-ce-ní
zkva-lit-ně-ní zvlášt-ní zá-sad-ní ná-sle-du-jí-cí po-sky-to-va-tel po-skyt-nout po-stup po-sled-ní
do-stup-nost do-sta-teč-ný do-sáh-nout pro-ces pro-stor pro-stře-dek pro-spěch prů-mys-lo-vý prů-zkum
pří-hra-nič-ní pří-spě-vek pří-stup pří-rod-ní před-náš-ka pře-klad pře-káž-ka pře-váž-ně přes-to-že
přes-ně pro-to-že sou-se-dé sou-čas-ný sou-část sou-kro-mý sou-bor jed-not-li-vý jed-not-ný jed-ná-ní
ja-zy-ko-vý pol-šti-na češ-ti-na fran-couz-šti-na vlast-nic-tví dvoj-ja-zyč-ný dvou-ja-zyč-ný tří-stran-ný
čtyř-le-tý osm-de-sát sedm-de-sát osm-náct sedm-náct dva-náct měs-teč-ko ústřed-ní účin-nost úče-lo-vý
úspěš-ný nej-vět-ší nej-lep-ší nej-vý-znam-něj-ší nej-niž-ší zej-mé-na kte-ří kte-rý ně-kte-rý všech-ny
vů-bec zdra-vý zdroj zpro-střed-ko-vá-ní zna-los-ti zne-čiš-tě-ní zmo-der-ni-zo-va-ný vy-bu-do-vá-ní
vy-hod-no-ce-ní vy-hlá-še-ní vý-sle-dek vzpo-mín-ka vý-znam-ný vý-chod-ní zá-pad-ní ji-ho-vý-chod-ní
Olo-mouc Opo-le Pře-rov Pro-stě-jov Štern-berk Li-to-vel Mo-hel-ni-ce Je-se-ník Kr-nov Opa-va Os-tra-va
Mo-ra-va Slez-sko Ny-sa Prud-ník přes-hra-nič-ní-ho so-cio-eko-no-mic-ký cyk-lo-stez-ka cyk-lo-tra-sa
po-učit po-uží-vat po-uká-zat pou-ze pouš-tí na-učit nau-ka na-opak vy-užít za-ujmout do-učo-vá-ní
ne-ustá-le neu-trál-ní ne-po-uži-tel-ný pro-ti-útok troj-úhel-ník nej-úspěš-něj-ší nej-ak-tiv-něj-ší
ví-ce-úče-lo-vý stře-do-ev-rop-ský elek-tro-mo-bil mi-kro-re-gion čes-ko-slo-ven-ský spo-lu-účast
re-or-ga-ni-za-ce rea-li-za-ce ko-or-di-na-ce vní-ma-vý sest-ra pře-sta-vit přes-čas vše-obec-ný au-tor-ka
au-to-ma-tic-ký bio-lo-gie geo-gra-fie ideál-ní mno-ho-stran-ný ví-ce-le-tý sto-le-tý eu-ro-po-sla-nec
bio-sfé-ra ze-mě-děl-ství ži-vo-to-pis vo-do-hos-po-dář-ský sa-mo-fi-nan-co-vá-ní pro-ti-po-vod-ňo-vý
před-škol-ní me-zi-obec-ní nad-re-gio-nál-ní sub-re-gio-nál-ní ce-lo-re-pub-li-ko-vý stře-do-škol-ský
vy-so-ko-škol-ský spo-lu-or-ga-ni-zá-tor cyk-lo-tu-ris-ti-ka ag-ro-tu-ris-ti-ka hyd-ro-elek-trár-na
trans-ev-rop-ský mul-ti-kul-tur-ní před-zvěst pod-hra-dí roz-hled-na od-stra-nit vý-sta-viš-tě účast-nit
šťast-ný příš-tí šest-náct čty-ři-cet měs-tys bo-hat-ství bra-tr-ství přá-tel-ství škol-ství
vlas-te-nec-tví fran-couz-ský oder-ské oder-ských
"""
