/** The words of French and Spanish reported speech, and shorter tables for Italian and Portuguese. */
import { type Tongue, genders, listed, phrases, verbTable, withEndings } from './attribute-cues.js';

/** What the four have alike. */
const ROMANCE = {
  participles: new Set<string>(),
  accordingAfter: new Set<string>(),
  otherVerbs: new Set<string>(),
  roleEnds: [],
  bodyEnds: [],
  capitalNouns: false,
  freeOrder: true,
  inflects: false,
} as const;

export const FRENCH: Tongue = {
  ...ROMANCE,
  code: 'fr',
  verbs: verbTable({
    strong: `${withEndings('confirm affirm déclar assur estim expliqu précis soulign ajout indiqu rappel racont confi martel dénonc annonc réclam plaid comment not observ rétorqu répliqu fustig qualifi évoqu clam critiqu déplor exhort témoign détaill nuanc relat révél signal suggér tranch constat jur certifi proclam scand revendiqu prôn tacl tempêt expos résum avanc', 'e ent é ée ait aient a èrent')}
      défend défendent défendu décrit décrivent garantit garanti
      dit disent disait déclare déclarent déclaré déclarait affirme affirment affirmé assure assurent assuré estime estiment estimé explique expliquent expliqué
      précise précisent précisé souligne soulignent souligné ajoute ajoutent ajouté ajoutait lance lancent lancé répond répondent répondu indique indiquent indiqué rappelle rappellent rappelé
      écrit écrivent écrivait raconte racontent raconté confie confient confié poursuit poursuivi insiste insistent insisté juge jugent jugé regrette regretté dénonce dénoncent dénoncé
      prévient prévenu martèle martelé annonce annoncent annoncé promet promis reconnaît reconnait reconnu réclame réclament réclamé plaide plaident plaidé conclut conclu résume résumé commente commenté
      note noté observe observé avertit averti soutient soutiennent soutenu accuse accusent accusé rétorque rétorqué réplique répliqué réagit réagi fustige fustigé salue salué qualifie qualifié évoque évoqué
      tweete tweeté clame clamé critique critiqué déplore déploré appelle appelé exhorte exhorté témoigne témoigné détaille détaillé analyse analysé argue argué assène asséné balaie glisse glissé
      ironise ironisé nuance nuancé relate relaté révèle révélé signale signalé suggère suggéré tranche tranché s'exclame exclamé s'indigne indigné s'insurge insurgé félicité félicite martelait
      communiqué parle parlent parlait corrige corrigé nuance constate constaté répéter répétait fait savoir prétend prétendu jure juré souhaite souhaité répète répété tonne tonné
    `,
    weak: "espère espéré pense pensé croit cru veut voulu voit craint craignait sourit soupire soupiré interroge s'interroge s'inquiète inquiété plaisante reprend repris enchaîne continue termine",
    asks: 'demande demandé demandent demandait interrogé interrogée interrogés',
    quotes: 'cite cité citent citant',
  }),
  participles: listed(
    'ajoutant déclarant affirmant assurant estimant expliquant précisant soulignant rappelant dénonçant évoquant qualifiant appelant disant indiquant jugeant regrettant insistant annonçant promettant citant',
  ),
  according: phrases(
    "selon|d' après|pour|aux yeux de|aux yeux du|de l' avis de|de l' avis du|comme le dit|dixit|selon les mots de|selon les termes de",
  ),
  speechNouns: listed(
    'déclaration déclarations propos mots paroles phrase formule communiqué lettre message tweet discours appel accusation expression termes terme slogan entretien interview',
  ),
  pronouns: genders('il:m elle:f ils:p elles:p celui:m celle:f on: je: nous:'),
  relatives: listed('qui que dont lequel laquelle'),
  determiners: listed(
    "le la les l' un une des du de d' ce cet cette ces son sa ses leur leurs plusieurs deux trois quatre certains certaines quelques tout tous mon ma mes notre nos aucun aucune chaque",
  ),
  links: listed(
    "de du des d' à au aux en dans pour par sur avec chez sous contre entre vers depuis pendant devant lors dès après avant",
  ),
  conjunctions: listed('et ou mais puis or car'),
  clauses: listed("que qu' quand lorsque si comme parce puisque alors tandis où pourquoi afin bien"),
  fillers: listed(
    "a ont avait avaient est sont était s' se l' n' ne pas également aussi ensuite encore alors ainsi toutefois cependant déjà enfin notamment lui leur m' nous y en récemment d'ailleurs aurait auraient ait plus clairement pourtant quant désormais seulement lui-même elle-même eux-mêmes sobrement",
  ),
  otherVerbs: listed(
    'est sont était étaient a ont avait sera seront doit doivent peut peuvent va vont fait faire être avoir',
  ),
  passives: listed('été'),
  by: listed('par'),
  times: listed(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier aujourd'hui demain matin soir midi soirée matinée semaine mois année jour jours ans dernier dernière",
  ),
  roles: listed(
    "ministre ministres président présidente premier première porte-parole chef cheffe dirigeant dirigeante dirigeants directeur directrice secrétaire maire député députée députés sénateur sénatrice élu élue élus responsable responsables patron patronne avocat avocate procureur procureure juge expert experte experts analyste analystes professeur professeure chercheur chercheuse historien historienne économiste politologue sociologue journaliste journalistes auteur autrice écrivain diplomate diplomates ambassadeur ambassadrice conseiller conseillère candidat candidate leader militant militante militants général colonel commandant policier policiers médecin infirmière enseignant enseignante syndicaliste entrepreneur fondateur fondatrice président-directeur habitant habitante habitants témoin témoins victime quelqu'un internaute homme femme père mère fils fille frère sœur ami amie voisin voisine source sources proche proches membre membres représentant représentante entraîneur joueur joueuse acteur actrice chanteur chanteuse chancelier chancelière roi reine pape évêque préfet préfète",
  ),
  femaleRoles: listed(
    'présidente cheffe directrice députée sénatrice élue patronne avocate procureure experte chercheuse historienne autrice ambassadrice conseillère candidate militante infirmière femme mère fille sœur amie voisine représentante joueuse actrice chanteuse chancelière reine',
  ),
  bodies: listed(
    'gouvernement ministère élysée matignon parti syndicat association police gendarmerie armée tribunal parquet cour commission conseil assemblée sénat parlement mairie préfecture agence journal quotidien magazine chaîne groupe entreprise société banque université institut organisation fédération comité collectif ong opposition direction kremlin maison',
  ),
  documents: listed(
    'communiqué rapport lettre tweet message étude sondage texte document article note résolution loi décret',
  ),
  honorifics: genders('m.:m mme:f mme.:f mlle:f monsieur:m madame:f me: dr: pr: mgr:m'),
  particles: listed("de du des la le van von d' bin al el ben"),
  notNames: listed('lundi mardi mercredi jeudi vendredi samedi dimanche dieu'),
  elides: true,
  dropsSubject: false,
};

export const SPANISH: Tongue = {
  ...ROMANCE,
  code: 'es',
  verbs: verbTable({
    strong: `${withEndings('declar afirm asegur señal explic agreg indic destac subray manifest expres coment denunci critic calific precis opin reiter lament enfatiz apostill zanj remarc replic contest acus aclar recalc resalt alert detall tuite rechaz ironiz puntualiz proclam reproch matiz espet censur recrimin vaticin asever acot exclam sentenci constat adelant justific cuestion', 'a an ó aron ado aba aban ando')}
      dijo dice dicen dijeron dicho decía declaró declara declararon declarado afirmó afirma afirmaron afirmado aseguró asegura aseguraron asegurado señaló señala señalaron señalado explicó explica explicaron explicado
      añadió añade añadieron añadido agregó agrega agregaron agregado indicó indica indicaron indicado sostuvo sostiene sostuvieron sostenido destacó destaca destacaron destacado subrayó subraya subrayado advirtió advierte advirtieron advertido
      manifestó manifiesta manifestaron manifestado expresó expresa expresaron expresado comentó comenta comentado reconoció reconoce reconocido insistió insiste insistido recordó recuerda recordado respondió responde respondieron respondido
      anunció anuncia anunciaron anunciado escribió escribe escribieron escrito denunció denuncia denunciaron denunciado criticó critica criticaron criticado calificó califica calificaron calificado pidió pide pidieron pedido
      exigió exige exigieron exigido concluyó concluye concluido apuntó apunta apuntado precisó precisa precisado opinó opina opinado admitió admite admitido reiteró reitera reiterado consideró considera considerado
      lamentó lamenta lamentado relató relata contó cuenta contado enfatizó enfatiza apostilló apostillado zanjó zanjado remarcó remarca replicó replica replican resume resumió resumen contestó contesta contestado acusó acusa acusado prometió promete prometido
      aclaró aclara aclarado recalcó recalca recalcado resaltó resalta alertó alerta alertado celebró detalló detalla detallado tuiteó confesó confiesa confirmó confirma confirmado negó niega rechazó rechaza ironizó sentenció puntualizó puntualiza
      proclamó informó informa reclamó reclama defendió defiende llamó llama tildó desveló desvela reprochó reprocha matizó espetó sugirió sugiere valoró zanja bromea ironiza arremetió justificó justifica
    `,
    weak: 'cree creyó piensa pensó espera esperó quiere ve teme continuó continúa prosiguió siguió terminó sonrió bromeó rió gritó susurró',
    asks: 'preguntó pregunta preguntado preguntada preguntaron',
    quotes: 'citó cita citado',
  }),
  participles: listed(
    'añadiendo afirmando asegurando diciendo señalando declarando calificando advirtiendo subrayando agregando explicando',
  ),
  according: phrases(
    'según|de acuerdo con|de acuerdo a|a juicio de|a juicio del|en palabras de|en palabras del|en opinión de|en opinión del|para',
  ),
  speechNouns: listed(
    'declaración declaraciones palabras frase comunicado carta mensaje tuit discurso expresión lema término afirmación comentario comentarios respuesta entrevista',
  ),
  pronouns: genders('él:m ella:f ellos:p ellas:p yo: nosotros:'),
  relatives: listed('quien que cual quienes'),
  determiners: listed(
    'el la los las un una unos unas su sus este esta estos estas ese esa aquel varios varias dos tres algunos algunas muchos todos mi nuestro nuestra cada',
  ),
  links: listed('de del en con por para a al sobre contra entre desde hasta hacia sin tras ante durante según bajo'),
  conjunctions: listed('y e o u pero sino'),
  clauses: listed('que cuando si como porque aunque mientras donde pues'),
  fillers: listed(
    'ha han había habían es fue se le les lo también además después luego ya no aún todavía así entonces asimismo sin embargo ayer hoy este misma mismo',
  ),
  otherVerbs: listed(
    'es son era fue fueron está están ha han tiene tienen puede pueden debe va van hace hizo ser estar',
  ),
  passives: listed('fue fueron sido'),
  by: listed('por'),
  times: listed(
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre hoy ayer mañana tarde noche semana mes año días pasado pasada',
  ),
  roles: listed(
    'ministro ministra ministros presidente presidenta primer vicepresidente vicepresidenta canciller portavoz vocero vocera jefe jefa líder líderes dirigente dirigentes director directora secretario secretaria alcalde alcaldesa diputado diputada diputados senador senadora gobernador gobernadora responsable funcionario funcionaria funcionarios abogado abogada fiscal juez jueza experto experta expertos analista analistas profesor profesora investigador investigadora historiador economista periodista periodistas autor autora escritor escritora diplomático embajador embajadora consejero consejera candidato candidata general coronel comandante policía médico médica empresario empresaria fundador vecino vecina vecinos testigo testigos víctima alguien hombre mujer padre madre hijo hija hermano hermana amigo amiga fuente fuentes miembro miembros representante representantes entrenador jugador jugadora actor actriz cantante rey reina papa obispo mandatario mandataria exministro expresidente activista opositor opositora titular rector rectora sindicalista',
  ),
  femaleRoles: listed(
    'ministra presidenta vicepresidenta vocera jefa directora secretaria alcaldesa diputada senadora gobernadora abogada jueza experta profesora investigadora autora escritora embajadora consejera candidata médica empresaria vecina mujer madre hija hermana amiga jugadora actriz reina mandataria opositora rectora',
  ),
  bodies: listed(
    'gobierno ministerio partido sindicato asociación policía ejército tribunal fiscalía corte comisión consejo asamblea senado congreso parlamento ayuntamiento alcaldía agencia diario periódico revista cadena grupo empresa compañía banco universidad instituto organización federación comité oposición cancillería presidencia ejecutivo generalitat kremlin',
  ),
  documents: listed(
    'comunicado informe carta tuit mensaje estudio encuesta texto documento artículo nota resolución ley decreto',
  ),
  honorifics: genders('sr.:m sra.:f srta.:f don:m doña:f dr.: dra.:f señor:m señora:f'),
  particles: listed('de del la las los y e da do van von'),
  notNames: listed('lunes martes miércoles jueves viernes sábado domingo dios poco tras desde aunque también además'),
  elides: false,
  dropsSubject: true,
};

export const ITALIAN: Tongue = {
  ...SPANISH,
  code: 'it',
  verbs: verbTable({
    strong: `
      ha detto dice dicono disse diceva dichiara dichiarato dichiarò afferma affermato affermò assicura assicurato spiega spiegato spiegò aggiunge aggiunto aggiunse sottolinea sottolineato ricorda ricordato
      avverte avvertito annuncia annunciato scrive scritto scrisse risponde risposto rispose replica replicato commenta commentato osserva osservato ribadisce ribadito precisa precisato conclude concluso insiste insistito
      accusa accusato denuncia denunciato ammette ammesso riferisce riferito racconta raccontato sostiene sostenuto rilancia attacca definisce definito chiede chiesto conferma confermato promette
    `.replace('ha ', ''),
    weak: 'pensa crede spera vuole continua prosegue',
    asks: 'domanda domandato',
    quotes: 'cita citato',
  }),
  participles: listed('aggiungendo dicendo affermando spiegando sottolineando'),
  according: phrases('secondo|a detta di|a giudizio di|per'),
  pronouns: genders('lui:m lei:f egli:m ella:f loro:p'),
  determiners: listed(
    "il lo la i gli le l' un uno una un' suo sua suoi sue loro questo questa questi due tre alcuni molti",
  ),
  links: listed(
    "di del dello della dei degli delle d' a al alla in nel nella con per da dal dalla su sul sulla dell' all' nell' dall'",
  ),
  conjunctions: listed('e ed o ma'),
  clauses: listed('che quando se come perché mentre dove'),
  fillers: listed('ha hanno aveva è sono si poi anche ancora già inoltre infine così non'),
  otherVerbs: listed('è sono era ha hanno può deve va fa'),
  passives: listed('stato stata'),
  by: listed('da dal dalla'),
  times: listed(
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre oggi ieri domani',
  ),
  roles: listed(
    'ministro ministra presidente premier portavoce capo leader direttore direttrice segretario segretaria sindaco sindaca deputato deputata senatore senatrice responsabile avvocato procuratore giudice esperto esperta analista professore professoressa giornalista autore ambasciatore candidato generale uomo donna fonte fonti papa vescovo cardinale allenatore governatore consigliere commissario',
  ),
  femaleRoles: listed('ministra direttrice segretaria sindaca deputata senatrice esperta professoressa donna'),
  bodies: listed(
    'governo ministero partito sindacato polizia tribunale procura commissione consiglio parlamento camera senato comune agenzia giornale quotidiano gruppo azienda banca università istituto organizzazione quirinale',
  ),
  elides: true,
};

export const PORTUGUESE: Tongue = {
  ...SPANISH,
  code: 'pt',
  verbs: verbTable({
    strong: `
      disse diz dizem disseram declarou declara afirmou afirma afirmaram assegurou garante garantiu explicou explica acrescentou acrescenta ressaltou destacou sublinhou alertou avisou anunciou escreveu escreve respondeu responde
      comentou comenta reconheceu insistiu lembrou recordou concluiu criticou acusou denunciou admitiu reiterou pediu exigiu contou relatou negou confirmou defendeu prometeu
    `,
    weak: 'acredita acha espera quer continuou prosseguiu',
    asks: 'perguntou pergunta questionado questionada',
    quotes: 'citou cita',
  }),
  according: phrases('segundo|de acordo com|na opinião de|nas palavras de|para|conforme'),
  pronouns: genders('ele:m ela:f eles:p elas:p'),
  determiners: listed('o a os as um uma uns umas seu sua seus suas este esta estes dois duas três alguns muitos'),
  links: listed('de do da dos das em no na nos nas com por pelo pela para a ao à sobre contra entre desde até'),
  conjunctions: listed('e ou mas'),
  clauses: listed('que quando se como porque embora enquanto onde'),
  fillers: listed('tem têm tinha é foi são se também ainda já depois não ontem hoje'),
  times: listed(
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro hoje ontem amanhã',
  ),
};
