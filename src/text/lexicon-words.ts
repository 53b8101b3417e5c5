/** The tables of `lexiconOf`. Folded words; an underscore joins two words; groups are parted by a slash. */
export interface LexiconTable {
  readonly negation: string;
  readonly modal: string;
  readonly condition: string;
  readonly quantity: string;
  readonly months: string;
  readonly days: string;
  readonly filler: string;
  readonly article: string;
  readonly functions: string;
  readonly agreement: string;
  readonly tense: string;
}

export const LEXICON: Readonly<Record<string, LexiconTable>> = {
  en: {
    negation:
      "not no never none nobody nothing nor neither nowhere cannot without hardly scarcely unable impossible refuse refuses refused deny denies denied ain't",
    modal:
      "will would can could may might must shall should ought cannot won't wouldn't can't couldn't shouldn't mustn't mightn't shan't intend intends able likely possibly perhaps maybe probably certainly definitely need needs needed unlikely gonna gotta supposed allowed willing ready needn't",
    condition:
      'if unless provided providing until till whether assuming otherwise except in_case depending subject contingent conditional',
    quantity:
      'all some many most few several every each none any both half much more less fewer only almost nearly about around roughly approximately least hundreds thousands millions billions dozens dozen majority minority always often sometimes rarely never usually everyone everybody everything nobody entire whole completely fully partly partially double twice little enough quarter thirds quarters numerous entirely mostly over under seldom just barely totally lot lots',
    months:
      'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
    days: 'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon tue tues wed thu thur thurs fri',
    filler:
      'um uh er erm ah oh hmm mm eh well so okay ok actually basically look listen anyway you_know i_mean sort_of kind_of i_guess you_see uhm hm mhm',
    article: 'a an the',
    functions:
      "i you he she it we they me him her us them my your his its our their mine yours hers ours theirs this that these those who whom whose which what where why how when there here and or but as at by for from in into of off on onto out over to under up with about above across after against along among around before behind below beneath beside between beyond during except inside near outside past since through throughout toward towards upon within then than so too very also yet still just even such is are was were be been being am has have had having do does did done doing yes because while although though however myself himself herself itself ourselves yourself yourselves themselves now either other another down it's i'm you're we're they're he's she's that's there's i've we've they've you've",
    agreement:
      "is are am / was were / has have / does do / this these / that those / a an / its their / it they / him them / who whom / isn't aren't / wasn't weren't / hasn't haven't / doesn't don't / much many",
    tense:
      "is was / are were / am was / is were / has had / have had / do did / does did / go goes went gone / say says said / make makes made / take takes took taken / give gives gave given / come comes came / get gets got / see sees saw seen / know knows knew known / think thinks thought / tell tells told / become becomes became / leave leaves left / feel feels felt / bring brings brought / begin begins began begun / keep keeps kept / hold holds held / write writes wrote written / stand stands stood / hear hears heard / mean means meant / meet meets met / run runs ran / pay pays paid / speak speaks spoke spoken / lead leads led / lose loses lost / fall falls fell fallen / send sends sent / build builds built / understand understands understood / break breaks broke broken / spend spends spent / rise rises rose risen / drive drives drove driven / buy buys bought / win wins won / choose chooses chose chosen / seek seeks sought / sell sells sold / fight fights fought / find finds found / grow grows grew grown / draw draws drew drawn / show shows showed shown / lie lies lay / sit sits sat / deal deals dealt / strike strikes struck / will did / will was / will were / will had / will has / will have / isn't wasn't / aren't weren't / hasn't hadn't / haven't hadn't / doesn't didn't / don't didn't / eat eats ate eaten / throw throws threw thrown / withdraw withdraws withdrew withdrawn / teach teaches taught / catch catches caught / wear wears wore worn / bear bears bore borne / undertake undertakes undertook undertaken / forget forgets forgot forgotten / lay lays laid",
  },
  fr: {
    negation: "ne pas non jamais aucun aucune rien personne ni sans nullement n' point plus guère nul nulle",
    modal:
      'peut peuvent pourrait pourraient pouvons pourrions pourra pourront doit doivent devrait devraient devra devront devons veut veulent voudrait faut faudra faudrait sera seront serait seraient aura auront aurait auraient peut_être probablement peux pouvez pouvait pouvaient dois devez devait devaient fallait certainement éventuellement va vont vais allons ira iront',
    condition: "si sinon pourvu condition lorsque quand dès sauf moins s' tant hormis",
    quantity:
      'tout tous toute toutes quelques plusieurs chaque beaucoup peu plupart moitié certains certaines aucun aucune seulement presque environ plus moins la_plupart toujours souvent parfois seul seule seuls seules majorité minorité demi demie tiers quart uniquement entièrement partiellement rarement milliers millions milliards centaines dizaine dizaines douzaine',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    days: "lundi mardi mercredi jeudi vendredi samedi dimanche aujourd'hui hier demain",
    filler: 'euh ben bah bon voilà enfin alors donc hein disons eh_bien vous_savez heu tu_sais vous_voyez écoutez',
    article: "le la les l' un une des du de d' au aux",
    functions:
      "je tu il elle on nous vous ils elles me te se lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces ça cela qui que qu' quoi dont où et ou mais car donc or à dans par pour sur sous avec chez entre vers contre avant après pendant depuis est sont était étaient être ai as a avons avez ont avait avaient été oui y en j' m' t' s' c' comme lorsqu' puisque parce avoir ceci celui celle ceux celles aussi très ainsi alors même cependant toutefois jusqu' jusque selon malgré envers",
    agreement:
      'est sont / était étaient / a ont / ce cet cette ces / son sa ses / leur leurs / notre nos / votre vos / tout toute tous toutes / le la les / un une des / du des / au aux / peut peuvent / doit doivent / va vont / avait avaient / mon ma mes / ton ta tes',
    tense:
      'est était sera serait fut / sont étaient seront seraient furent / a avait aura aurait / ont avaient auront auraient / peut pouvait pourra pourrait / doit devait devra devrait / fait faisait fera / va allait ira / dit disait dira / avons avions aurons / sommes étions serons / peuvent pouvaient pourront / doivent devaient devront / vont allaient iront / veut voulait voudra / faut fallait faudra',
  },
  de: {
    negation:
      'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder noch ohne nirgends niemanden niemandem nein keinesfalls keineswegs',
    modal:
      'kann können könnte könnten konnte konnten muss müssen müsste müssten musste soll sollen sollte sollten will wollen wollte wollten darf dürfen dürfte dürften mag mögen möchte möchten wird werden würde würden vielleicht wahrscheinlich wohl werde mussten durfte durften möglicherweise sicherlich bestimmt',
    condition: 'wenn falls sofern soweit sobald solange vorausgesetzt ob andernfalls sonst es_sei_denn ausser bis',
    quantity:
      'alle allen aller alles einige einigen manche viele vielen vieler wenige wenigen mehrere jeder jede jedes beide hälfte meisten nur fast beinahe etwa ungefähr rund mindestens höchstens mehr weniger sämtliche immer oft manchmal selten ganz teilweise einiger viel wenig jeden jedem wenigstens mehrheit minderheit halb halbe halben drittel viertel mehreren beiden ganze ganzen kaum lediglich ausschliesslich tausende hunderte millionen dutzend dutzende knapp',
    months: 'januar jänner februar märz april mai juni juli august september oktober november dezember',
    days: 'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern morgen',
    filler:
      'äh ähm hm also ja na nun halt eben sozusagen eigentlich wissen_sie ich_meine öh mhm naja na_ja gewissermassen quasi tja',
    article: 'der die das den dem des ein eine einen einem einer eines',
    functions:
      'ich du er sie es wir ihr mich dich ihn uns euch ihm ihnen mein dein sein seine unser unsere euer dieser diese dieses diesen diesem jener wer was welcher und oder aber denn sondern dass weil als wie wo an auf aus bei bis durch für gegen in im ins mit nach seit über um unter von vom vor zu zum zur zwischen ist sind war waren sein bin habe hat haben hatte hatten hier dort dann auch noch schon so sehr da wann warum mir dir sich seinen seinem seiner ihre ihren ihrem ihrer unseren unserer meine meinen ja nein jedoch man am ans beim hinter neben während wegen trotz gegenüber jene jenes jenen jenem',
    agreement:
      'ist sind / war waren / hat haben / wird werden / dieser diese dieses diesen diesem / mein meine / unser unsere unseren unserem / kann können / muss müssen / soll sollen / darf dürfen / will wollen / hatte hatten / wurde wurden / kein keine keinen keinem keiner keines / sein seine seinen seinem seiner / ihr ihre ihren ihrem ihrer / alle allen aller / viele vielen vieler',
    tense:
      'ist war wird / sind waren werden / hat hatte / haben hatten / kann konnte / können konnten / muss musste / soll sollte / will wollte / geht ging / kommt kam / gibt gab / steht stand / sieht sah / sagt sagte / macht machte / darf durfte / wollen wollten / müssen mussten / wird wurde / werden wurden / findet fand / bleibt blieb / nimmt nahm / spricht sprach / hält hielt / weiss wusste',
  },
  ru: {
    negation:
      'не нет ни никогда никто ничто ничего никакой никакого никаких нельзя без невозможно никого никому никем ничему нигде никуда никак никакая никакое никакие',
    modal:
      'может могут мог могла могли мочь можем можно нужно надо должен должна должны должно следует необходимо обязан обязаны будет будут будем буду бы б хочет хотят хотел возможно вероятно наверное сможет смогут могу могло нельзя будете обязана вынужден вынуждены придется приходится сможем хотели готов готова готовы',
    condition: 'если ли при_условии только_если пока когда кроме иначе либо',
    quantity:
      'все всех всем весь вся все некоторые некоторых многие многих много мало немного большинство меньшинство каждый каждого несколько половина только лишь почти около примерно больше меньше более менее любой любые всегда часто иногда редко полностью частично всеми всего большинства каждая каждое половины половину треть четверть оба обе обоих приблизительно целиком едва тысячи миллионы сотни десятки единственный исключительно свыше',
    months:
      'январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня июне июль июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре декабрь декабря декабре',
    days: 'понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье сегодня вчера завтра понедельника вторника среды четверга пятницы субботы воскресенья',
    filler:
      'ну вот значит так_сказать как_бы э эм в_общем собственно знаете ээ вы_знаете понимаете скажем в_принципе типа короче',
    article: '',
    functions:
      'я ты он она оно мы вы они меня тебя его ее нас вас их мне тебе ему ей нам вам им мной тобой этот эта это эти того той тех тот та те кто что который которая которое которые где куда откуда и или но а да же то в во на с со к ко по о об от до из у за для при через над под между перед как так там тут здесь уже еще был была было были есть быть чтобы которых которого которой которым нами себя себе свой своя свое свои своих своего своей наш наша наше наши наших нашей нашего ваш мой моя также тоже однако поэтому потому ведь даже именно обо ото изо про среди против после вокруг ради этого этой этих этому этим этими эту тому тем теми ту',
    agreement:
      'этот эта это эти / тот та то те / который которая которое которые / должен должна должно должны / весь вся все / был была было были / мог могла могло могли / может могут можем могу / будет будут будем буду / нужно нужен нужна нужны / готов готова готово готовы / в во / с со / к ко / о об обо',
    tense:
      'есть был была было были будет будут / является являлся являлась являются являлись / может мог могла могли сможет / говорит сказал говорил скажет / могут могли смогут / хочет хотел / имеет имел / идет шел / идут шли',
  },
  uk: {
    negation:
      'не ні ніколи ніхто ніщо нічого жоден жодна жодного немає нема без неможливо ані нікого нікому ніде ніяк жодне жодних жодної',
    modal:
      'може можуть міг могла могли можна треба потрібно повинен повинна повинні слід необхідно буде будуть будемо буду би б хоче хочуть можливо мабуть має мають можу можемо могло повинно варто маємо мусить мусимо мусять будете ймовірно напевно зможе зможуть зможемо доведеться готовий готова готові',
    condition: 'якщо якби за_умови поки доки коли крім інакше чи',
    quantity:
      'усі всі всіх весь вся все деякі багато мало небагато більшість меншість кожен кожного кілька половина лише тільки майже близько приблизно більше менше завжди часто іноді рідко повністю частково усіх усім всім деяких багатьох більшості декілька кожна кожний принаймні щонайменше понад половини половину третина чверть обидва обидві обох інколи ледь тисячі мільйони сотні десятки єдиний виключно',
    months:
      'січень січня січні лютий лютого лютому березень березня березні квітень квітня квітні травень травня травні червень червня червні липень липня липні серпень серпня серпні вересень вересня вересні жовтень жовтня жовтні листопад листопада листопаді грудень грудня грудні',
    days: "понеділок вівторок середа середу четвер п'ятниця субота суботу неділя неділю сьогодні вчора завтра понеділка вівторка середи четверга п'ятницю п'ятниці суботи неділі",
    filler:
      'ну ось значить так_би_мовити е ем загалом власне знаєте ви_знаєте розумієте скажімо в_принципі типу коротше',
    article: '',
    functions:
      'я ти він вона воно ми ви вони мене тебе його її нас вас їх мені тобі йому їй нам вам їм цей ця це ці той та те ті хто що який яка яке які де куди і й або але а та же у в на з із до по про від за для при через над під між перед як так там тут вже ще був була було були є бути ж щоб яких якого якої яким нами мною себе собі свій своя своє свої своїх свого своєї наш наша наше наші наших нашої нашого ваш мій моя уже також теж однак тому навіть саме зі од о об серед проти після навколо біля заради цього цієї цих цьому цим цими цю того тієї тих тим тими ту',
    agreement:
      'цей ця це ці / той та те ті / який яка яке які / повинен повинна повинне повинні / був була було були / міг могла могло могли / може можуть можемо можу / буде будуть будемо буду / має мають маємо маю / в у / з із зі / і й / готовий готова готове готові',
    tense:
      'є був була було були буде будуть / може міг могла могли зможе / каже сказав сказала скаже / можуть могли зможуть / хоче хотів / має мав / мають мали / йде йшов',
  },
  es: {
    negation: 'no ni nunca jamás ningún ninguno ninguna nadie nada sin tampoco',
    modal:
      'puede pueden podría podrían podrá podrán podemos debe deben debería deberían deberá deberán debemos quiere quieren hay_que será serán sería serían habrá habría quizá quizás probablemente tal_vez puedo podía podían debo debía debían va van vamos voy',
    condition: 'si salvo excepto cuando mientras siempre_que a_menos en_caso condición',
    quantity:
      'todo todos toda todas algunos algunas muchos muchas mucho pocos pocas poco varios varias cada mitad mayoría minoría solo sólo solamente casi unos más menos ambos ambas siempre nunca a_veces cerca algún alguna mucha medio media tercio cuarto únicamente apenas miles millones cientos docena docenas',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
    days: 'lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana',
    filler: 'eh este pues bueno o_sea digamos entonces mire sabe miren ya_sabe a_ver',
    article: 'el la los las lo un una unos unas al del',
    functions:
      'yo tú él ella ello nosotros vosotros ellos ellas me te se le les nos os mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta esto estos estas ese esa eso esos esas aquel que quien cual cuyo donde y e o u pero a ante bajo con contra de desde en entre hacia hasta para por según sobre tras es son era eran fue fueron ser estar está están estaba ha han había habían hay sí ya aún también muy sino aunque quienes cuales como porque usted ustedes haber así además aquello aquella aquellos aquellas durante mediante',
    agreement:
      'es son / era eran / fue fueron / ha han / este esta estos estas / ese esa esos esas / el la los las / un una unos unas / su sus / todo toda todos todas / está están / había habían / puede pueden / debe deben / tiene tienen / mi mis / nuestro nuestra nuestros nuestras',
    tense:
      'es era fue será sería / son eran fueron serán serían / ha había habrá / han habían habrán / está estaba estuvo estará / están estaban / puede podía pudo podrá / debe debía / tiene tenía tuvo tendrá / dice dijo decía / pueden podían podrán / deben debían / tienen tenían tendrán / hay había hubo habrá / hace hizo hacía / va iba / van iban / quiere quería',
  },
  zh: {
    negation: '不 没 沒 非 未 无 無 别 勿 莫 否',
    modal: '会 會 将 將 能 可 要 应 應 须 須 必 想 愿 願 该 該 或 许 許',
    condition: '如 若 除 只 倘 假 否',
    quantity: '都 全 每 各 些 多 少 几 幾 半 仅 僅 约 約 只 均 皆',
    months: '月',
    days: '日 周 天 今 昨 明',
    filler: '嗯 呃 啊 哦 呢 吧',
    article: '',
    functions: '的 了 着 过 和 与 及 在 是 我 你 他 她 它 们 们 这 那 也 就 还 又 而 但 把 被 对 从 向 为 以 之',
    agreement: '',
    tense: '',
  },
};
