/**
 * What parties do in accounts of meetings, and the words by which they call the talks: the two things that analysts
 * read first, since they are chosen with care. One row an act or a label: its name, then its words in English,
 * French, Russian, Spanish and German. "stress-" is every word that begins so, "drew_attention" words in a row,
 * "wies..hin" words of one sentence with others between.
 */

/** Acts that differ little from each other stand in one group; a row's first word is the act, its second the group. */
export const ACT_WORDS = `
discussed discussed | discuss- touched_upon touched_on dealt_with went_through reviewed addressed considered examined covered focused_on centred_on centered_on | discut- évoqu- abord- ont_porté a_porté passé_en_revue examin- | обсу- рассмотр- затрон- коснул- уделено главной_темой главное_внимание тема речь_шла | abord- examin- conversó conversaron dialogó dialogaron trató trataron se_trató repas- se_habló | bespr- erörtert- thema behandelt- mittelpunkt beraten beriet- ging_es_um sprachen_über
exchanged_views discussed | exchanged_views exchange_of_views shared_views | échangé_leurs_vues échange_de_vues échangé_sur échangé_leurs_points | обмен-_мнени- | intercambi-_opiniones intercambio_de_opiniones intercambi-_puntos | tauscht-..aus meinungsaustausch austausch_über
agreed agreed | agreed agree agrees in_agreement | convenu convenus convenues accord_a_été_trouvé se_sont_accordé- se_sont_entendu- | договор-ились договорились достигнута_договоренность достигнуто_согласие условлено условились согласились согласован- | acordó acordaron acordado convinieron convenido convino coincidi- se_pactó | vereinbart- einigt- verständigt- überein übereingekommen
decided agreed | decided settled concluded adopted tasked | décid- arrêté adopté | решили принято_решение решен- поручен- приняли | decidi- resolvi- adopt- | beschlossen beschloss- entschied- entschieden festgelegt
signed agreed | signed signature signing | signé signature signer | подписал- подписан- | firm- suscrib- suscrit- | unterzeichnet- unterschrieb-
stressed stated | stress- emphasi- underscor- underlin- highlight- insisted made_clear | soulign- insist- mis_l'accent | подчеркн- подчерк- акцент- | subray- enfatiz- recalc- destac- hizo_hincapié insist- | beton- unterstrich- unterstreich- hob..hervor hervorgehoben stellte_klar
reaffirmed reaffirmed | reaffirm- reiterat- confirm- restated | réaffirm- réitér- confirm- | подтверд- подтвержд- повтор- | reafirm- reiter- confirm- ratific- | bekräftig- bestätig- wiederholt-
said stated | said says stated stating told declared declares spoke_of referred_to pointed_out observed expressed | déclaré déclare indiqu- affirm- a_dit s'est_dit s'est_dite exprim- fait_part fait_savoir | сказал- заявил- заявлен- отметил- указал- выразил- сообщил- | dijo señal- manifest- expres- declaró declararon afirm- indicó indicaron | sagte erklärt- äußert- sprach_von verwies wies..hin hinwies
informed stated | informed informs briefed announced announces announcing notified explain- outlin- set_out described presented | informé informe annonc- exposé expose expliqu- présenté présente décri- | проинформ- информиров- изложил- рассказал- объяснил- разъяснил- | informó informaron anunci- expus- explic- presentó | informiert- kündigt- teilte..mit erläutert- legte..dar unterricht-
noted noted | noted noting took_note acknowledg- recogni- conced- | pris_acte noté note_que reconn- constat- pris_note | признал- констатир- принял-_к_сведению приняли_к_сведению | constat- tom-_nota reconoc- observ- tomó_nota | nahm_zur_kenntnis stellte_fest räumte..ein anerkannt- würdigt-
welcomed welcomed | welcomed welcoming commended praised applaud- hailed | salu- félicit- loué | приветств- высоко_оцен- | salud- celebr-_que elogi- acog- felicit- | begrüßt- lobt- würdigt-
thanked thanked | thank- express-_gratitude gratitude | remerci- gratitude | поблагодар- благодар- признательн- | agradec- gratitud | dankt- bedankt-
urged urged | urged urges urging called_on called_upon called_for pressed demanded demanding appeal- exhort- | appel- exhort- exig- réclam- plaid- | призвал- потребов- настаив- настоял- | instó instaron exig- exhort- urgi- reclam- llamó_a llamaron_a | fordert- rief..auf drängt- appelliert- verlangt- mahnt-
asked urged | asked requested asks requests sought | demandé demande_que sollicit- prié | попрос- запрос- просил- | pidi- solicit- pid- | bat ersucht- erbat
proposed proposed | proposed proposes proposing suggest- offered put_forward | proposé propose suggér- offert | предлож- выдвинул- | propus- sugir- ofrec- plante- | schlug..vor vorgeschlagen regte..an bot..an angeboten
promised promised | promis- pledg- undertook undertake undertaken committed assured assurance vow- guaranteed will_look would_look | promis promet- engagé engagée s'est_engagé s'est_engagée assuré assure garanti- | обещал- пообещ- обязал- обязательств- гарантир- заверил- | comprom- promet- asegur- garantiz- | versprach versprochen sicherte..zu zugesichert zusicherte sagte..zu zugesagt verpflichtet- garantiert-
ready promised | readiness ready_to stands_ready prepared_to willing- | disponibilité prêt_à prête_à disposé | готовность готов готова готовы готовности | disposición dispuest- | bereitschaft bereit
concerned concerned | concern concerns concerned worried alarm- | préoccup- inquiét- | обеспоко- озабоч- тревог- | preocup- inquiet- | besorgnis besorgt sorge
disappointed concerned | disappoint- regret- dissatisf- frustrat- | déçu déception regret- | разочар- сожалел- сожалени- | decepci- lament- | enttäusch- bedauert- bedauern
condemned condemned | condemn- denounc- protested deplor- criticis- criticiz- | condamn- dénonc- protesté critiqu- | осудил- осудили протестовал- заявлен_протест заявил-_протест | conden- denunci- protest- critic- | verurteilt- kritisiert- protestiert- protest
raised raised | raised raise raises voiced drew_attention brought_up recalled reminded | soulev- rappel- attir-_l'attention | обрат-_внимание обратил-_внимание поднял- напомнил- | record- record- llamó_la_atención señal-_a_la_atención | sprach..an angesprochen erinnert- machte_aufmerksam
supported supported | support supported supports supporting backing endors- | sout- appui | поддерж- | apoy- respald- | unterstütz-
rejected rejected | rejected rejects refused ruled_out not_up_for_negotiation inadmissib- unacceptab- | rejet- refus- exclu inadmissib- inacceptab- | отверг- отказ- недопустим- неприемлем- | rechaz- inadmisib- inaceptab- negó negaron | lehnt..ab abgelehnt ablehnt- zurückgewies- unannehmbar
accepted accepted | accepted accepts acceptance | accept- | принял-_приглашение согласи-_с | acept- | nahm..an angenommen akzeptiert-
invited invited | invited invites invitation | invit- | приглас- приглаш- | invit- | lud..ein eingeladen einladung
`;

/** How the talks are called. */
export const LABEL_WORDS = `
frank | frank frankly | franc franche francs franches franchise | откровенн- | franc- | offen offene offenen offener offenes freimütig-
candid | candid candidly | sans_détour | прямой прямого прямая | candid- directo | unverblümt-
open | open | ouvert- | открытой открытая открытый открытом открытого | abiert- | aufgeschlossen-
direct | direct | direct- | прямого_разговора | direct- | direkt-
constructive | constructive constructively | constructi- | конструктивн- | constructiv- | konstruktiv-
substantive | substantive substantial | substantiel- nourri- riche riches | содержательн- предметн- | sustantiv- sustancial- | gehaltvoll- inhaltsreich- substanziell- substantiell-
in-depth | in_depth thorough detailed comprehensive extensive | approfondi- détaillé- | обстоятельн- подробн- углубл- детальн- | profund- detallad- exhaustiv- | ausführlich- eingehend- vertieft- intensiv-
productive | productive fruitful useful results_oriented | fructueu- utile- producti- | плодотворн- полезн- продуктивн- результативн- | fructífer- productiv- provechos- útil- | fruchtbar- nützlich- produktiv- ergiebig-
positive | positive good encouraging promising | positi- bon bonne bons encourageant- | позитивн- хорош- | positiv- buen bueno buena | positiv- gut guter guten gutes
businesslike | businesslike workmanlike professional pragmatic | de_travail professionnel- pragmatiqu- | делов- рабочей_атмосфере прагматичн- | de_trabajo profesional- pragmátic- | sachlich- professionell- geschäftsmäßig- pragmatisch-
friendly | friendly amicable | amical- | дружеск- дружествен- | amistos- | freundschaftlich- freundlich-
warm | warm warmly | chaleureu- | тёпл- тепл- сердечн- | cálid- calid- cercan- | warm- herzlich-
cordial | cordial | cordial- | радушн- | cordial- | kordial-
trustful | trusting confidential mutual_trust | de_confiance confiant- | доверительн- | de_confianza | vertrauensvoll- vertraulich-
respectful | respectful atmosphere_of_mutual_respect spirit_of_mutual_respect | respectu- climat_de_respect_mutuel | уважительн- атмосфере_взаимного_уважения | respetuos- ambiente_de_respeto_mutuo | respektvoll-
serious | serious | sérieu- | серьезн- серьёзн- | seri- | ernst ernste ernsthaft-
difficult | difficult hard tough tense heated | difficile- tendu- | непрост- сложн- трудн- напряжён- напряжен- | difícil- difícile- tens- | schwierig- angespannt-
excellent | excellent very_good | excellent- | отличн- прекрасн- | excelent- | ausgezeichnet- hervorragend-
calm | calm quiet | serein- calme | спокойн- | seren- tranquil- | ruhig-
cooperative | cooperative spirit_of_cooperation | coopérati- esprit_de_coopération | в_духе_сотрудничества | espíritu_de_cooperación | kooperativ-
`;

/** What the talks themselves are called; a label stands near one of these. */
export const TALK_WORDS = `
talk | talk talks conversation- exchange exchanges discussion- dialogue- meeting- call consultation- negotiations spirit atmosphere terms manner | entretien- échange- discussion- dialogue- rencontre- réunion- conversation- entrevue climat atmosphère esprit | разговор- беседа беседы беседу беседе бесед переговоры переговоров диалог- встреча встречи встречу встрече обмен консультаци- атмосфер- характер дух духе тон тоне | conversaci- diálogo- reunión reuniones encuentro- intercambio- entrevista- ambiente clima atmósfera espíritu términos | gespräch- unterredung- austausch treffen begegnung- dialog- konsultation- klima atmosphäre geist unterhaltung
`;

/** Matters of the meeting itself, which any account may have and which need no word in common. */
export const MEETING_WORDS = `
opened | met meet received hosted spoke held_talks had_a_conversation telephone_conversation had_a_call co-chaired held_its co_chaired concluded_the talks_in took_place provela | rencontré s'est_entretenu- s'est_réuni- se_sont_réunis s'est_entretenue reçu- été_reçu entretenue ont_signé a_procédé tenu_une_réunion s_est_entretenu se_sont_entretenu- | состоялись состоялся состоялась провел- провёл- встретил- поговорил- принял- | sostuvo se_reuni- recibi- convers- mantuvo realiz-_una_visita celebr- | getroffen traf zusammengekommen empfangen empfing gespräche_geführt telefonierte telefoniert sprach beraten
contact | remain_in_contact stay_in_touch remain_in_touch continue_contacts keep_in_touch stay_in_contact meet_again next_meeting reconvene next_round speak_again continue_the_dialogue follow-up continue_the_conversation in_close_contact | rester_en_contact poursuivre_le_dialogue poursuivre_leurs_échanges prochaine_réunion prochaine_rencontre se_revoir restent_en_contact | продолж-_контакт- следующая_встреча поддержив-_контакт- продолж-_диалог- оставаться_на_связи дальнейш-_контакт- | mantener-_en_contacto seguir_en_contacto próxima_reunión continuar_el_diálogo próximo_encuentro volver-_a_reunirse | in_kontakt_bleiben in_verbindung_bleiben erneut_treffen nächst-_treffen wieder_treffen gespräch-_fortsetzen erneut_zusammenkommen kontakt_bleiben
lasted | lasted duration lasting | duré dura | продолжал- длил- | duró prolong- | dauert-
`;
