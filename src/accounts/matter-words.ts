/**
 * Words that mean the same matter in accounts of meetings: one row a matter, its words in English, French, Russian,
 * Spanish and German. "ship-" stands for every word that begins so (a word family: inspect, inspector, inspection);
 * a word without a hyphen stands for its forms. A row says only that two sentences may speak of one matter; it never
 * makes them alike by itself. "~" marks matters that come with every other (to reduce, to visit, next year): they add
 * to a pairing and make none. Where a word has two meanings in such texts it is left out.
 *
 * Chosen from what ministries write about, not from a corpus: diplomacy and its furniture, security, the sea,
 * energy, trade and money, people and law, transport, health, nature, science. A general thesaurus (WordNet and its
 * kin) was rejected: its sets are wide, and a wide set pairs sentences that have nothing to do with each other.
 */
export const MATTER_WORDS = `
ship- vessel- boat- trawler- freighter- tanker- | navire- bateau- bâtiment- | судн- суда судов судам судами корабл- | buque- barco- nave naves embarcaci- | schiff- boot boote booten
ferry ferries | ferry ferries traversier- | паром- | ferry ferris transbordador- | fähr-
crew- seaman seamen sailor- seafarer- mariner- | équipage- marin marins | экипаж- моряк- | tripulaci- tripulant- marinero- marino marinos | besatzung- seeleut- matros-
port ports harbour- harbor- quay- dock docks wharf | port ports portuaire- quai quais | порт порта порту портом порты портов портовы- гаван- причал- | puerto puertos portuari- muelle- | hafen- häfen kai kais
terminal- | terminal- | терминал- | terminal- | terminal-
gate gates lock locks sluice- | porte portes écluse- | ворот- шлюз- | compuerta- esclusa- | tor tore schleuse-
strait- narrows passage- navigat- shipping waterway- fairway- | détroit- passage- navigation chenal | пролив- судоходств- навигаци- фарватер- проход прохода проходу | estrecho- navegaci- paso pasaje- canal canales | meerenge- schifffahrt- durchfahrt- fahrwasser passage-
pilot pilots pilotage | pilote- pilotage | лоцман- | piloto- practicaje | lots- lotse-
licence- license- licens- permit permits certificat- authoris- authoriz- accredit- | licence- permis autoris- certificat- accrédit- | лиценз- разрешен- свидетельств- аккредит- | licencia- permiso- autoriz- acredit- | lizenz- genehmig- erlaub- zulass- akkredit-
inspect- | inspect- | инспек- проверк- проверя- провер- | inspecc- inspect- | inspekt- überprüf- kontrolleur-
~observ- monitor- surveill- | observat- surveill- suivi | наблюд- мониторинг- | observad- observaci- supervis- vigilanci- | beobacht- überwach-
patrol- | patrouill- | патрул- | patrull- | patrouill- streife-
transponder- tracking tracker- | transpondeur- balise- | транспондер- маяк- | transpondedor- rastreo baliza- | transponder- ortung-
fish- herring cod catch- quota- | pêch- poisson- hareng quota- | рыба рыбы рыбн- рыболов- вылов- квот- сельд- | pesc- pesquer- cuota- captura- | fisch- fang- quote-
~reopen- re-open- | rouvr- rouvert- réouvertur- | открыт- открыв- вновь_откры- | reabr- reapert- reabiert- | wiedereröff- wieder_öffn- öffnung-
~resum- restart- restor- relaunch- | repris- reprend- rétabli- relanc- | возобнов- восстанов- | reanud- restablec- restaur- | wiederaufn- wiederaufg- wiederherst- wieder_aufgenommen
~close- clos- shut- | ferme- fermé- fermet- clôtur- | закры- | cerr- cierre- clausur- | schließ- geschloss- sperr-
~suspen- halt- | suspen- | приостан- | suspen- | aussetz- ausgesetz- suspend-
~extend- extension- prolong- renew- | prolong- reconduc- renouvel- | продл- продлен- пролонг- | prórrog- prorrog- extens- extend- | verläng- verlänger-
~expand- increas- broad- widen- intensif- strengthen- deepen- enhanc- boost- | renforc- intensifi- élargi- approfondir accroît- accroiss- développ- | расшир- усил- углубл- укрепл- наращив- развит- | ampli- intensif- fortale- profundiz- aument- estrechar | ausbau- ausgebaut erweiter- verstärk- vertief- intensiv-
~reduc- cut cuts lower- decreas- fall | rédui- réduc- baiss- diminu- | сниж- сокращ- уменьш- | reduc- reduj- recort- rebaj- disminu- | senk- kürz- verringer- reduz-
~delay- slow- behind | retard- | задержк- опозд- отставан- | retras- demora- | verzöger- verspät- rückstand
~speed- accelerat- quick- swift- rapid- prompt- early | accélér- rapid- | ускор- скор- быстр- оператив- | aceler- rápid- pront- | beschleun- schnell- rasch- zügig-
tariff- duty duties levy levies customs | tarif- douan- droits taxe- | тариф- пошлин- таможен- | arancel- aduan- tarifa- gravamen- | zoll zölle zöllen abgabe-
price- cost- | prix coût- | цена цены цене цену ценой цен ценов- стоимост- расход- | precio- coste- costo- costos | preis- kosten-
debt- arrears unpaid owed sums bill | dette- arriér- impayé- sommes dues | долг- задолженност- претенз- | deuda- atraso- impag- adeud- | schuld- rückständ- offene_rechnung
~pay- paid repay- repaid | payer payé- paiement- versement- versé rembours- | плат- оплат- выплат- погас- | pag- abon- reembols- | zahl- bezahl- begleich- rückzahl-
~fund- financ- invest- | financ- invest- fonds | финанс- инвест- вложен- | financi- invers- invert- aport- | finanz- invest- förder-
~share- split divid- apportion- distribut- | partag- réparti- | раздел- распредел- | compart- repart- distribu- | teilen teilung geteilt aufteil- verteil-
bank- currency loan- credit- | banqu- monnai- prêt crédit- | банк- валют- кредит- заём займ- | banco- moneda- préstamo- crédito- | bank- währung- kredit-
trade- commerc- | commerc- échanges_commerciaux | торгов- товарооборот- | comerci- intercambio_comercial | handel- handels-
export- outflow shipment- | export- | экспорт- вывоз- вывез- | export- | ausfuhr- export-
import- | import importations | импорт- ввоз- | import importaci- | einfuhr- import import-
market- | marché- | рын- рыноч- | mercado- | markt-
procure- tender- | marchés_publics appels_d'offres | закуп- тендер- | licitaci- compras_públicas | ausschreib- beschaff-
chapter- text texts | chapitre- | глав- раздел | capítulo- | kapitel-
steel | acier- | сталь сталью металлург- | acero- | stahl-
grain- wheat cereal- corn | blé blés grain- céréal- | зерн- пшениц- | grano- trigo cereal- | getreide- weizen-
food- | aliment- | продовольств- | aliment- | lebensmittel- nahrung-
farm- agricult- | agric- | сельск- аграрн- | agr- agrícol- | landwirt- agrar-
water- irrigat- reservoir- river- dam dams | eau eaux barrage- réservoir- débit- fleuve- rivière- irrigat- | вода воды воде воду водн- водохранилищ- плотин- река реки реке рекой | agua- embalse- presa- río ríos riego caudal- | wasser- stausee- damm- fluss-
flood- | inond- crue- | наводнен- паводк- | inundaci- inund- | hochwasser- überschwemm-
warn- alert- | alert- avert- | предупрежд- оповещ- | alert- advert- | warn- frühwarn-
gas | gaz | газ газа газу газом газов- | gas | gas erdgas-
oil petroleum | pétrol- | нефт- | petróle- | öl erdöl-
electric- power grid- energy | électric- énerg- | электр- энерг- | eléctric- electric- energ- | strom- elektri- energie- energ-
pipeline- | gazoduc- oléoduc- | трубопровод- газопровод- нефтепровод- | gasoducto- oleoducto- | pipeline- rohrleitung-
~supply supplies deliver- flow | approvision- livrais- fournit- | постав- снабжен- подач- | suministr- abastec- entrega- | liefer- versorg-
nuclear reactor- | nucléair- réacteur- | атомн- ядерн- аэс реактор- | nuclear- reactor- | atom- kern- nuklear- reaktor-
mine mining lithium mineral- | mine mines minier- lithium | горнодобыв- литий лития рудник- | miner- litio mina minas | bergbau- lithium
demin- mines | démin- mines | размин- мины мин тральщик- | desminad- minas dragamin- | minen- entmin- minenräum-
insur- | assur assuranc- | страхов- | seguro- asegurad- | versicher-
~safe- secur- | sécur- sûreté | безопасн- | segur- | sicherheit-
~protect- | protég- protec- | защит- охран- | protec- proteg- | schutz- schütz-
sabotage- attack- assault- strike- shell- | sabotage- attaqu- frapp- | диверс- атак- нападен- обстрел- удар- | sabotaj- ataqu- | sabotage- angriff- anschlag-
war conflict- hostilit- fight- | guerre- conflit- hostilit- | войн- конфликт- боев- | guerra- conflict- hostilid- | krieg- konflikt- kampf-
ceasefire- cease-fire- truce- armistice- | cessez-le-feu trêve- armistice cessez | перемири- прекращен- огн- | alto_el_fuego tregua- armisticio | waffenruh- feuerpaus- waffenstill-
~peace- settle- | paix pacifi- règlement | мир мира миру мирн- урегулир- | paz pacífi- arreglo | fried- beileg-
troop- forces soldier- military army post posts | troupe- forces soldat- militaire- armée- | войск- военн- воен- солдат- вооруж- | tropas fuerzas soldado- militar- ejército puestos | truppen streitkräft- soldat- militär- bundeswehr
defence defense defens- | défen- | оборон- | defens- | verteidig-
frigate- warship- naval navy | frégate- marine navires_de_guerre | фрегат- флот- | fragata- armada naval- | fregatte- marine-
weapon- arms missile- | arme armes armement- missile- | оруж- вооружен- ракет- | arma armas armament- misil- | waffe- rüstung- rakete-
~exercise- training train | exercice- entraîn- formation | учени- трениров- подготовк- обучен- | ejercicio- entrenam- formación capacitaci- | übung- ausbild- schul-
~intelligence information data | renseignement- information- données | информац- разведыв- данны- сведен- | inteligencia información datos | information- daten- erkenntniss-
police- | polic- gendarm- | полиц- | polic- | polizei-
terror- extremis- | terror- extrémis- | террор- экстрем- | terror- extremis- | terror- extremis-
smuggl- traffick- contraband | contreband- trafic passeur- | контрабанд- | contraband- tráfico | schmugg- schleus-
crim- | crim- délinquan- | преступ- | crim- delincuen- | verbrech- krimin-
drug- narcot- | drogue- stupéfiant- | наркот- | droga- narcot- | drogen-
border- frontier- | frontière- frontal- | границ- пограничн- приграничн- | fronter- | grenz-
~cross- checkpoint- | franchissement- point_de_passage | переход- пункт- пропуск- | cruce- paso_fronterizo | übergang- grenzübergang-
bridge- | pont ponts | мост- | puente- | brücke-
road- highway- | route routes autoroute- | дорог- шоссе автодорог- | carreter- autopist- | straße- autobahn-
rail- train trains | ferroviair- rail- train trains | железн- поезд- | ferrocarril- ferroviari- tren trenes | bahn- schien- eisenbahn- zug züge
flight- air aviation airline- airport- | vol vols aérien- aviation aéroport- | авиа- рейс- аэропорт- воздушн- | vuelo- aére- aviaci- aeropuerto- | flug- flüg- luftverkehr-
~link links connect- | liaison- connexion- desserte | связь связи связ- сообщен- | conexi- enlace- | verbindung- anbind-
tunnel- | tunnel- | тоннел- туннел- | túnel- | tunnel-
~route- line alignment | tracé- ligne- itinéraire- | маршрут- трасс- линия линии | ruta- trazado línea- | strecke- trasse- linie-
~construct- build- works | construct- chantier- travaux bâtir | строит- строительств- | construc- obras | bau- bauen gebaut baustelle-
compensat- indemn- | indemn- compens- | компенс- возмещ- | indemniz- compens- | entschäd- ausgleich-
~resident- local communit- inhabitant- | riverain- habitant- commun- | жител- местн- населен- | vecino- residente- comunidad- pobla- | anwohner- einwohner- bewohner- gemeinde-
~visit- travel- trip- journey- | visit- rendre_visite déplacement- séjour- | визит- поездк- посещен- посетит- | visit- viaj- | besuch- reise-
visa- | visa- | виз визы визов- визам | visa- visado- | visa visum visen
consul- | consul- | консул- | consul- | konsul-
embass- diplomatic mission- | ambassad- mission_diplomatique | посольств- диппредставит- | embajad- | botschaft-
~citizen- national nationals | citoyen- ressortissant- | гражд- | ciudadan- nacionales | staatsbürger- bürger- staatsangehör-
passenger- commuter- traveller- traveler- | passager- voyageur- frontalier- | пассажир- | pasajer- viajer- | passagier- fahrgäst- pendler- reisende-
migra- immigra- asylum- refugee- displac- | migra- immigra- asile réfugié- déplacé- | мигра- беженц- переселен- убежищ- | migra- inmigra- asilo refugiad- desplazad- damnificad- | migra- einwander- asyl- flüchtling- vertrieb-
~return- repatriat- readmi- | retour- rapatri- réadmis- | возвращ- возврат- репатри- | retorn- regres- repatri- readmis- | rückkehr- rückführ- rückgab-
worker- labour labor employ- job jobs season- | travailleur- travail emploi- main-d'oeuvre saisonnier- | работник- труд- занятост- рабочих | trabajador- empleo- laboral- mano_de_obra | arbeiter- arbeitskräft- beschäftig- fachkräft-
mobility circulation movement | mobilité circulation | мобильност- передвижен- перемещен- | movilidad circulación | mobilität freizügigkeit
famil- relative- child- | famille- enfant- proche proches | семья семьи семей семью родствен- дети детей детьми детск- | famili- niño- niños | famili- kinder- angehörig-
~people- peoples contact- | peuple- contacts_humains | народ- люд- | pueblo- gente | volk- völker- mensch-
diaspora- compatriot- minorit- | diaspora- compatriote- minorité- | диаспор- соотечеств- меньшинств- | diáspora- compatriota- minoría- | diaspora- landsleut- minderheit-
prisoner- detain- detention- captiv- hostage- custody arrest- imprison- held_for being_held held_captive | prisonnier- détenu- détention- otage- arrest- | пленн- заключен- задержан- задержив- арест- под_страж- страж- залож- удержива- | prisioner- deten- rehén- rehenes arrest- preso presos presa | gefangen- häftling- haft- inhaftier- geisel- festgenomm- festgehalt- verhaft-
releas- freed free | libér- libérat- remise_en_liberté | освобо- освободит- | liber- liberaci- puest-_en_libertad | freilass- freigelass- freikomm-
~exchang- swap- | échang- | обмен- | canje- intercambi- | austausch- ausgetausch-
journalist- media correspondent- | journalist- médias presse | журналист- сми прессы корреспондент- | periodista- medios prensa corresponsal- | journalist- medien presse- korrespondent-
expel- expuls- deport- | expuls- | высыл- выслан- выдворен- | expuls- deport- | ausweis- abschieb- abgeschob-
~deny entry refus- reject- | refus- rejet- | отказ- отверг- | deneg- rechaz- rechazo | verweiger- ablehn- zurückweis- abgewies-
court- judg- legal law laws | tribun- juge- jurid- loi lois droit | суд суда суде судебн- закон- право права праву правов- юридич- | tribunal- juez- jurídic- ley leyes derecho | gericht- recht- gesetz-
~treaty convention- memorandum accord agreement- deal | traité- convention- mémorandum accord accords | договор договора договоры конвенц- меморандум- соглашен- | tratado- convenio- convención memorando acuerdo- | vertrag- abkommen- vereinbarung- memorandum- übereinkommen
sign signed signing signs signature- conclud- | signé signée signer signent signature- conclu- | подпис- | firm- suscrib- suscrit- | unterzeichn- unterschr-
sanction- restriction- ban bans embargo- | sanction- restriction- interdiction- embargo- | санкц- ограничен- запрет- эмбарго | sanci- restricci- prohibici- embargo- | sanktion- beschränk- verbot- embargo-
~lift lifted remov- withdraw- | lever levée retir- retrait- | снят- снять отмен- вывод вывести отвод- | levant- retir- | aufheb- aufgehob- abzieh- abzug-
unilateral- one-sided | unilatér- | односторон- | unilateral- | einseitig-
sovereign- territor- integrit- independen- | souverain- territor- intégrit- indépendan- | суверен- территор- целостн- независим- | soberan- territor- integridad independen- | souverän- territor- integrität unabhängig-
referendum- vote- poll ballot- election- | référend- vote- scrutin- élection- | референдум- голосован- выбор- волеизъявл- | referéndum- voto- votaci- eleccion- | referend- abstimm- wahl wahlen
~district- region- province- | district- région- provinc- | район- регион- област- | distrito- región regiones provincia- | bezirk- region- provinz-
human_rights rights | droits_de_l'homme droits_humains | прав_человека | derechos_humanos | menschenrecht-
~humanitarian aid relief assist- help- | humanitair- aide aides assist- secours | гуманитарн- помощ- содейств- | humanitari- ayuda- asistenci- auxilio | humanitär- hilf-
health- medic- hospital- | santé médic- hôpit- sanitair- | здрав- медицин- больниц- | salud médic- sanitari- hospital- | gesundheit- medizin- krankenhaus-
educat- school- universit- student- | éduca- école- universit- étudiant- | образован- школ- университет- студент- | educa- escuel- universidad- estudiant- | bildung- schul- universität- student-
cultur- heritage | cultur- patrimoine | культур- наслед- | cultur- patrimonio | kultur- erbe
scien- research- scientist- | scien- recherch- chercheur- | науч- учён- исследов- | cient- investigaci- | wissenschaft- forsch-
~technolog- digital- | technolog- numériqu- | технолог- цифров- | tecnolog- digital- | technolog- digital-
environment- climat- | environnement- climat- écolog- | окружающ- эколог- климат- | ambient- medioambient- clima climátic- | umwelt- klima-
forest- | forêt- forest- | лес лесн- | bosque- forestal- | wald wälder forst-
tour- | touris- | тури- | turis- | touris- fremdenverkehr-
sport- | sport- | спорт- | deport- | sport-
church- relig- | église- relig- | церк- религ- | iglesia- relig- | kirch- relig-
histor- memor- | histoir- histor- mémoir- | истор- памят- | histori- memoria- | geschicht- histor- gedenk-
~expert- technical specialist- | expert- techniqu- spécialist- | эксперт- специалист- техническ- | expert- técnic- especialist- | experte- expert- technisch- fachleut-
~delegation- team teams | délégation- équipe- | делегац- групп- команд- | delegaci- equipo- | delegation- mannschaft- team-
commission- committee- working_group | commission- comité- groupe_de_travail | комисси- комитет- рабоч-_групп- | comisión comisiones comité- grupo_de_trabajo | kommission- ausschuss- arbeitsgrupp-
secretariat- coordinat- structure | secrétariat- coordina- structure- | секретариат- координац- | secretaría coordinaci- | sekretariat- koordin- abstimmung
chair- co-chair- | présid co-présid- coprésid- | председател- сопредсед- | copresid- presidid- | vorsitz-
~session- round rounds | session- séance- cycle | заседан- сесси- раунд- | sesión sesiones ronda- | sitzung- runde-
~plan plans roadmap- programme- program | plan plans feuille_de_route programme- | план плана планы дорожн- программ- | plan planes hoja_de_ruta programa- | plan pläne fahrplan- programm-
~timetable- schedule- deadline- calendar- date | calendrier- échéanc- délai- date | график- срок- дат- | calendario- plazo- fecha- | zeitplan- frist- termin- datum
~order sequence steps step | ordre étape- | порядок порядк- шаг- этап- | orden paso pasos etapa- | reihenfolge schritt-
~condition- precondition- | condition- préalable- | услов- предварит- | condici- | bedingung- vorbeding-
~proposal- initiativ- offer- | proposition- initiative offre- | предложен- инициатив- | propuest- iniciativa ofrec- | vorschlag- initiativ- angebot-
mediat- good_offices intermediar- | médiat- bons_offices | посред- | mediador- mediaci- buenos_oficios | vermittl- vermittel-
~guarantee- assurance- | garant- assurance- | гарант- заверен- заверил- | garant- | garanti- zusicher-
~trust- confidence | confiance | довер- | confianza | vertrau-
~concern- worr- anxi- | préoccup- inquiét- | обеспоко- озабоч- тревог- | preocup- inquiet- | sorge- besorgnis- besorgt
~disappoint- regret- frustrat- | déçu- déception regret- | разочар- сожален- | decepci- lament- | enttäusch- bedauer-
protest- object- | protest- | протест- | protest- | protest-
~progress- advance- | progrès avancé- | прогресс- продвижен- успех- достижен- | avance- progres- | fortschritt-
~praise- commend- appreciat- | salu- éloge- félicit- appréci- | высоко_оцен- оцен- похвал- | elogi- destac- valor- | lob- würdig-
~thank- gratitude grateful | remerci- gratitude | благодар- поблагодар- признательн- | agradec- gratitud | dank- bedank-
hospitality welcome reception | accueil hospitalité | гостеприим- приём | hospitalidad acogida | gastfreund- empfang-
~invit- | invit- | приглаш- пригласит- | invit- | einlad- eingelad-
~respect- mutual | respect- mutuel- | уважен- взаимн- | respet- mutu- | respekt- gegenseit- achtung
~friend- | ami amis amical amicale amitié- | друж- | amist- amig- | freund-
~cooperat- co-operat- collaborat- partner- | coopér- collabor- partenar- | сотруднич- взаимодейств- партнёр- партнер- | cooper- colabor- alianza- soci- | zusammenarb- kooper- partner-
~negotiat- | négoci- | переговор- | negoci- | verhandl-
~difference- disagree- dispute- | différend- désaccord- divergen- | разноглас- спор- расхожд- | diferencia- desacuerdo- controversia- | differenz- streit- meinungsverschied-
~agenda- topical bilateral | agenda ordre_du_jour bilatér- | повестк- двусторон- | agenda bilateral- | tagesordnung bilateral-
~joint- common together | conjoint- commun- ensemble | совместн- общ- | conjunt- común | gemeinsam-
~permanent- standing around_the_clock | permanent- | постоян- круглосуточн- | permanent- | ständig- dauerhaft- rund_um_die_uhr
~hours opening | horaires heures_d'ouverture | часы_работы | horario- | öffnungszeit-
~autumn fall september october november | automne septembre octobre novembre | осен- сентябр- октябр- ноябр- | otoño septiembre octubre noviembre | herbst- september oktober november
~spring march april may | printemps mars avril mai | весн- март- апрел- мая май мае | primavera marzo abril mayo | frühjahr frühling märz april mai
~summer june july august | juin juillet août | лет- июн- июл- август- | verano junio julio agosto | sommer- juni juli august
~winter december january february | hiver décembre janvier février | зим- декабр- январ- феврал- | invierno diciembre enero febrero | winter- dezember januar februar
~quarter- end-of-year | trimestre- | квартал- | trimestre- | quartal-
~next again forthcoming meet_again reconvene | prochain- nouveau revoir | следующ- вновь очередн- | próxim- nuevamente volver- | nächst- erneut- wieder
~next_year year-long annual- year years | an ans année- annuel- | год года году лет ежегодн- | año- anual- | jahr- jährlich-
~capital- | capitale- | столиц- | capital- | hauptstadt
~position- stance | position- | позици- | posición posiciones postura- | position- standpunkt-
~document- paper- letter- note list lists | document- lettre- note liste- | документ- письм- нот- спис- | document- carta- nota lista- | dokument- schreiben brief liste- papier-
forg- counterfeit- | faux falsif- | поддел- фальсиф- | falsif- | fälsch-
~access- | accès accéd- | доступ- | acces- acced- | zugang- zugriff-
asset- propert- | avoir avoirs biens | актив- имуществ- собственност- | activos bienes propiedad- | vermögen- eigentum-
~statement- declar- communiqu- | déclar- communiqué- | заявлен- деклар- | declar- comunicad- | erklär-
`;
