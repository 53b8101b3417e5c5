import { nameKey } from './name-key.js';

/** Words around names: forms of address, words of office, places and institutions, labels that name nobody. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

/** Forms of address that tell whether a man or a woman is meant. */
export const MALE: ReadonlySet<string> = set(
  'mr sir lord herr hr monsieur m messrs señor senor sr don senhor signor господин гн пан king prince 先生',
);
export const FEMALE: ReadonlySet<string> = set(
  'mrs ms miss mx dame lady frau fr madame mme mademoiselle mlle señora señorita sra srta doña senhora signora госпожа гжа пані queen princess 女士 小姐',
);

/** Forms of address and letters behind names; without full stops. */
export const HONORIFICS: ReadonlySet<string> = new Set([
  ...MALE,
  ...FEMALE,
  ...set(
    `dr prof professor hon honourable honorable rt right his her excellency majesty highness madam master reverend rev father
    sister saint st mp mep qc kc am ac ao oam phd jr jnr sr snr esq ing dipl maître товарищ тов панові`,
  ),
]);

/** Words of office, also of what an office is of; without full stops and apostrophes. */
export const OFFICES: ReadonlySet<string> = set(`
  president premier pm prime minister ministers foreign secretary chancellor treasurer speaker chair chairman chairwoman chairperson
  governor mayor senator congressman congresswoman representative rep sen gov gen general colonel col major maj captain capt
  lieutenant lt admiral adm marshal commander brigadier sergeant commissioner director chief head deputy vice acting former ex
  outgoing incoming late veteran spokesman spokeswoman spokesperson spokespeople ambassador envoy special consul attaché
  prince princess emperor sultan emir sheikh pope archbishop bishop cardinal patriarch judge justice attorney counsel undersecretary
  assistant principal permanent high leader opposition defence defense finance trade interior home health education energy
  affairs state press national security adviser advisor economy economic agriculture transport chargé host moderator presenter
  interviewer master official officer negotiator delegation delegate mediator minister-president relations external internal
  administration cabinet staff joint chiefs shadow parliamentary under first second third lord presidential top senior lead
  präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerin aussenminister aussenministerin außenminister
  außenministerin sprecher sprecherin botschafter botschafterin regierungssprecher regierungssprecherin bundespräsident
  verteidigungsminister verteidigungsministerin vorsitzender vorsitzende ministerpräsident ministerpräsidentin stellvertretende
  président présidente ministre première premier porte parole portparole ambassadeur ambassadrice secrétaire général générale affaires
  étrangères étranger chef défense chancelier chancelière
  presidente presidenta ministro ministra canciller portavoz embajador embajadora secretario secretaria exteriores asuntos relaciones
  primer primera gobierno vicepresidente vicepresidenta
  президент президента президентом премьер премьера премьерминистр министр министра министром иностранных дел мид обороны главы
  прессекретарь пресссекретарь секретарь секретаря представитель представителя официальный официального официальная посол посла
  председатель председателя заместитель заместителя замминистра помощник помощника глава госсекретарь директор сенатор депутат экс
  генеральный генсек бывший
  премєр премєрміністр міністр міністра закордонних справ оборони речник речниця речника посол голова голови держсекретар
  заступник заступника колишній пресекретар президентка`);

/** Offices of which there is a lower or an earlier one of nearly the same name; one without the other is another office. */
export const RANKS: ReadonlySet<string> = set(
  'deputy vice prime former ex acting assistant under undersecretary shadow outgoing incoming opposition stellvertretende заместитель заместителя бывший экс заступник колишній spokesman',
);

/** Words that tie an office to what it is of; also the particles of names. */
export const LINKS: ReadonlySet<string> = set(
  `of for to and in at on by from s the a an de du des d la le les l del dela der die das den dem von van vom zu zum zur für el los las y и при по
  із з у та e i et und al bin ibn ben abu да в на`,
);

/** Links after which stands what the office is of. */
export const OF: ReadonlySet<string> = set('of for to in at de du des del der die von für de la при у в на');

/** Words of office that say the same. */
export const SAME_OFFICE: ReadonlyMap<string, string> = new Map([
  ['spokeswoman', 'spokesman'],
  ['spokesperson', 'spokesman'],
  ['spokespeople', 'spokesman'],
  ['chairwoman', 'chairman'],
  ['chairperson', 'chairman'],
  ['chair', 'chairman'],
  ['defense', 'defence'],
  ['congresswoman', 'congressman'],
  ['advisor', 'adviser'],
  ['rep', 'representative'],
  ['sen', 'senator'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['capt', 'captain'],
  ['adm', 'admiral'],
  ['maj', 'major'],
  ['ministers', 'minister'],
  ['ex', 'former'],
  ['external', 'foreign'],
  ['aussenminister', 'außenminister'],
  ['aussenministerin', 'außenminister'],
  ['außenministerin', 'außenminister'],
  ['ministerin', 'minister'],
  ['präsidentin', 'präsident'],
  ['kanzlerin', 'kanzler'],
  ['bundeskanzler', 'kanzler'],
  ['bundeskanzlerin', 'kanzler'],
  ['sprecherin', 'sprecher'],
  ['botschafterin', 'botschafter'],
  ['présidente', 'président'],
  ['presidenta', 'presidente'],
  ['ministra', 'ministro'],
  ['embajadora', 'embajador'],
  ['президента', 'президент'],
  ['президентом', 'президент'],
  ['министра', 'министр'],
  ['министром', 'министр'],
  ['посла', 'посол'],
  ['представителя', 'представитель'],
  ['міністра', 'міністр'],
  ['речниця', 'речник'],
  ['речника', 'речник'],
]);

/** Words of office that add nothing to tell it from another. */
export const OFFICE_FILLERS: ReadonlySet<string> = set(
  'affairs dienst official officially senior top veteran lead relations справ дел asuntos relaciones affaires официальный официального официальная',
);

/** Words of office that name none by themselves. */
export const OFFICE_ADJECTIVES: ReadonlySet<string> = set(
  `foreign prime deputy vice acting former outgoing incoming late veteran principal permanent high opposition defence finance trade
  interior home health education energy affairs state press national security economy economic agriculture transport under special
  assistant internal administration cabinet staff joint shadow parliamentary first second third presidential top senior lead
  relations delegation official mission`,
);

/** Titles of one word for offices of two, by what mandates call them. */
export const OFFICE_NAMES: ReadonlyMap<string, string> = new Map([
  ['premier', 'prime minister'],
  ['pm', 'prime minister'],
  ['außenminister', 'foreign minister'],
  ['verteidigungsminister', 'defence minister'],
  ['ministerpräsident', 'prime minister'],
  ['kanzler', 'chancellor'],
  ['chancelier', 'chancellor'],
  ['chancelière', 'chancellor'],
  ['canciller', 'foreign minister'],
  ['präsident', 'president'],
  ['bundespräsident', 'president'],
  ['président', 'president'],
  ['presidente', 'president'],
  ['президент', 'president'],
  ['президентка', 'president'],
  ['ministre', 'minister'],
  ['ministro', 'minister'],
  ['министр', 'minister'],
  ['міністр', 'minister'],
  ['sprecher', 'spokesman'],
  ['regierungssprecher', 'spokesman'],
  ['portavoz', 'spokesman'],
  ['речник', 'spokesman'],
  ['пресссекретарь', 'spokesman'],
  ['прессекретарь', 'spokesman'],
  ['пресекретар', 'spokesman'],
  ['представитель', 'spokesman'],
  ['botschafter', 'ambassador'],
  ['ambassadeur', 'ambassador'],
  ['embajador', 'ambassador'],
  ['посол', 'ambassador'],
  ['étrangères', 'foreign'],
  ['étranger', 'foreign'],
  ['иностранных', 'foreign'],
  ['закордонних', 'foreign'],
  ['exteriores', 'foreign'],
  ['обороны', 'defence'],
  ['оборони', 'defence'],
  ['défense', 'defence'],
  ['première', 'prime'],
  ['primer', 'prime'],
  ['primera', 'prime'],
  ['премьер', 'prime minister'],
  ['премьерминистр', 'prime minister'],
  ['премєр', 'prime minister'],
  ['премєрміністр', 'prime minister'],
  ['госсекретарь', 'secretary'],
  ['secrétaire', 'secretary'],
  ['secretario', 'secretary'],
  ['секретарь', 'secretary'],
  ['заместитель', 'deputy'],
  ['заступник', 'deputy'],
  ['stellvertretende', 'deputy'],
  ['бывший', 'former'],
  ['экс', 'former'],
  ['колишній', 'former'],
]);

/** Labels and descriptions that name nobody. */
export const NOBODY: ReadonlySet<string> = set(`
  question questions q qs qn answer reporter reporters journalist journalists correspondent interviewer moderator presenter host
  inaudible unidentified unknown voice voices audience member participant media compere announcer translator interpreter narrator
  вопрос вопросы журналист журналистка корреспондент ведущий ведущая модератор реплика питання журналіст кореспондент
  frage journalistin moderatorin journaliste pregunta preguntas periodista реплика
  somebody someone anybody anyone nobody everybody everyone people he she they we jemand niemand quelquun alguien nadie ктото кто хтось хто
  记者 问 提问 主持人 答`);

/** Words by which an institution, not a person, is named. */
const INSTITUTION_WORDS = `
  kremlin pentagon ministry government department embassy commission council parliament committee bank party agency office house bureau
  administration service union nations organization organisation federation republic kingdom states emirates congress senate bundestag
  duma rada knesset court forces army police company corporation group institute university association foundation mission secretariat
  summit treaty assembly authority board treasury reserve fed nato eu un uno us usa uk uae opec osce imf who iaea asean brics cia fbi
  reuters afp tass interfax bbc cnn xinhua times post guardian news agency élysée matignon quai downing foggy bottom palace
  regierung ministerium amt kreml bundesregierung gouvernement ministère gobierno ministerio правительство министерство мид кремль
  уряд міністерство кремль оп офис офіс белый белого дом дома госдеп
  statement communiqué release letter report source sources official officials diplomat diplomats aide aides analyst analysts expert experts`;

/** Countries, their people, and the capitals that speak for them, in English. */
const PLACE_WORDS = `
  afghanistan albania algeria america american americans argentina armenia australia australian austria azerbaijan bahrain bangladesh belarus
  belgium brazil brazilian britain british bulgaria canada canadian chile china chinese colombia croatia cuba cyprus czech denmark danish dutch
  egypt egyptian england estonia ethiopia europe european finland finnish france french georgia georgian germany german greece greek hungary
  hungarian iceland india indian indonesia indonesian iran iranian iraq iraqi ireland irish israel israeli italy italian japan japanese
  jordan kazakhstan kenya korea korean kosovo kuwait latvia lebanon lebanese libya lithuania luxembourg malaysia malta mexico mexican moldova
  mongolia montenegro morocco myanmar netherlands nigeria norway norwegian oman pakistan pakistani palestine palestinian peru philippines
  poland polish portugal portuguese qatar qatari romania romanian russia russian russians saudi scotland serbia singapore slovakia slovenia
  somalia spain spanish sudan sweden swedish switzerland swiss syria syrian taiwan thailand tunisia turkey turkish türkiye ukraine ukrainian
  ukrainians venezuela vietnam vietnamese wales yemen zealand zimbabwe arabia africa african asia asian
  washington moscow beijing kyiv kiev london paris berlin brussels rome madrid warsaw vienna geneva ankara tehran jerusalem riyadh doha cairo
  delhi islamabad tokyo seoul pyongyang taipei canberra ottawa minsk budapest belgrade stockholm oslo helsinki athens prague lisbon dublin
  россия россии российская российской российский федерация федерации украина украины україни республики республіки украина сша китай москва киев вашингтон україна росія москва київ russland ukraine deutschland frankreich moskau peking
  russie ukraine allemagne moscou pékin rusia ucrania alemania moscú pekín
  north south east west northern southern new united`;

const keys = (words: string): ReadonlySet<string> => new Set([...set(words)].map(nameKey));

/** Keys of words that name institutions and places: never ground for another person. */
export const INSTITUTIONS: ReadonlySet<string> = keys(INSTITUTION_WORDS);
export const PLACES: ReadonlySet<string> = keys(PLACE_WORDS);

/** What a country and its people are called, as keys: each row is one. */
export const SAME_PLACE: readonly ReadonlySet<string>[] = `
  us usa america american americans united/ uk britain british england english/ france french/ germany german/ netherlands dutch/ spain spanish/
  poland polish/ turkey turkish türkiye/ greece greek/ denmark danish/ switzerland swiss/ finland finnish/ ireland irish/ china chinese/
  sweden swedish/ wales welsh/ thailand thai/ iraq iraqi/ israel israeli/ россия россии российский russia russian/ україна україни ukraine ukrainian украина
  украины/ сша us`
  .split('/')
  .map(keys);

/** Surnames that stand before the given name in Chinese, Korean and Vietnamese, as keys. */
export const SURNAME_FIRST: ReadonlySet<string> = keys(
  `xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao
  cheng cao yuan deng fu shen zeng peng lu jiang qin mao qian wei hua geng mao lai tsai ma kim lee park choi jung kang cho yoon jang lim
  moon roh ban chung shin nguyen tran le pham hoang phan vu vo dang bui do ngo duong abe kishida`,
);

/** Given names that are one name: short forms, and what they are called in Russian and Ukrainian. Rows of keys. */
export const SAME_GIVEN: readonly ReadonlySet<string>[] = `
  robert bob rob bobby bert/ william bill will billy willy liam/ anthony tony/ joseph joe joey/ michael mike mick mikhail mykhailo michail/
  james jim jimmy jamie/ edward ted ed eddie/ richard dick rick richie/ john jack johnny jon jonathan ivan/ thomas tom tommy/ charles charlie chuck/
  christopher chris/ stephen steven steve/ daniel dan danny/ david dave davy/ donald don/ ronald ron/ kenneth ken kenny/ gerald jerry gerry/
  andrew andy drew andrei andriy andrii andrey/ peter pete pyotr petro petr/ paul pavel pavlo/ timothy tim/ matthew matt/ gregory greg/ lawrence larry/
  benjamin ben benny/ samuel sam/ patrick pat paddy/ philip phil phillip/ raymond ray/ walter walt/ frederick fred/ alexander alex alec sasha
  oleksandr aleksandr alexandr/ alexei oleksii oleksiy aleksey alexey/ nicholas nick nikolai mykola nikolay/ vladimir volodymyr wolodymyr/
  sergei serhiy serhii sergii/ dmitry dmytro dmitri/ yevgeny yevhen evgeny eugene/ igor ihor/ oleg oleh/ anton antin/ kirill kyrylo/
  catherine katherine kate cathy kathy kateryna ekaterina/ elizabeth liz beth betty lizzie eliza/ margaret maggie peggy meg/ susan sue/
  deborah debbie/ jennifer jenny jen/ julia yulia yuliia iuliia/ helen olena elena yelena/ nathaliya natalya natalia nataliia/ victoria vicky/
  malcolm mal/ kevin kev/ joel joely/ scott scotty/ albert al bertie/ theodore teddy/ josé pepe/ francisco paco/ abraham abe/ leonid leo/
  georgy heorhiy yuri yuriy iurii/ maxim maksym/ denis denys/ ludmila lyudmyla/ antony anthony`
  .split('/')
  .map(keys);
