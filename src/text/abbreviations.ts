/** Words that end in a full stop which ends no sentence, or only sometimes does. */
export interface Abbreviations {
  /** Something always follows: titles, "e.g.", "z.B.". Without their last full stop, lower case. */
  readonly leading: ReadonlySet<string>;
  /** May also stand last in a sentence: "etc.", "U.S.", "г.". */
  readonly either: ReadonlySet<string>;
  /** Words that often begin a sentence and are never part of a name: behind one of `either` they mean a new one. */
  readonly openers: ReadonlySet<string>;
}

const ROWS: Readonly<Record<string, readonly [leading: string, either: string, openers: string]>> = {
  en: [
    `mr mrs ms mx dr prof gen col lt maj capt cmdr adm sgt cpl pvt gov sen rep reps sens hon rev fr st ste mt ft pres supt insp
    amb atty messrs mmes e.g i.e cf viz vs v al approx ca dept fig figs eq no nos pp p vol vols ch sec secs art arts para paras
    ed eds trans jan feb mar apr jun jul aug sept sep oct nov dec univ brig rt`,
    `etc inc ltd co corp jr sr bros u.s u.k u.n e.u u.s.a u.s.s.r d.c a.m p.m am pm ph.d m.p b.a m.a esq ave blvd rd est mon
    tue tues wed thu thurs fri sat sun a.d b.c`,
    `the a an this that these those he she it we they i you his her its our their my your in on at for from by with to of as
    and but or so if when while after before since because although though however there here what who why how where which
    not no yes is are was were do does did has have had will would can could may let all some many most then now also
    meanwhile`,
  ],
  de: [
    `hr fr herr dr prof dipl ing jr st bzw z.b z b d.h d h u.a vgl ca evtl ggf inkl exkl nr art abs s sog geb gest mio mrd
    bspw o.g u.u i.d.r jan feb mär apr jun jul aug sept okt nov dez mag phil vors stellv gen`,
    `usw etc u.s.w d.j d.m jh ff f str co inc v.chr n.chr a.d u.s uhr`,
    `der die das den dem ein eine einen einem er sie es wir ihr ich in im am auf aus bei mit nach von vor zu zum zur für und
    aber oder doch denn wenn dass als wie so da dies diese dieser dieses auch nicht nun hier dort dann man was wer ist sind war
    hat haben`,
  ],
  fr: [
    `m mm mme mmes mlle mlles dr pr me mgr st ste gén col cdt cap lt p pp art chap fig vol no nos p.ex cf c.-à-d av apr env
    janv févr avr juil sept oct nov déc tél éd`,
    `etc s.a co inc ltd j.-c o.n.u u.e u.r.s.s`,
    `le la les l' un une des ce cet cette ces il elle on nous vous ils elles je tu en dans sur pour par avec à au aux de du et
    mais ou donc or si quand comme que qui c' cela ça ainsi alors après avant lors selon depuis son sa ses leur leurs notre nos`,
  ],
  es: [
    `sr sra srta srs sres dr dra prof profa gral cnel cap tte d dña lic ing arq p.ej p ej pág págs art núm cf av avda
    ene feb mar abr jun jul ago sept oct nov dic ud uds vd st`,
    `etc s.a ee.uu ee uu ee.uu co inc ltda a.c d.c s.l a.m p.m`,
    `el la los las lo un una unos unas este esta estos estas ese esa él ella ellos ellas yo nosotros en de a por para con sin
    sobre y pero o si cuando como que quien se no sí su sus mi nuestro también además así ya según desde hasta entre`,
  ],
  ru: [
    `г-н г-жа т.е т е т.к т н т.н т.д.и напр им см ср ул пл обл р-н рис табл стр гл ст пп проф акад ген полк подп
    кап лейт зам пом зав св о о-в янв февр мар апр авг сент окт нояб дек тов гр к.и.н долл.сша св гос`,
    `г гг в вв н.э до.н.э др пр д п т.п т.д т.ч руб долл коп тыс млн млрд трлн кв куб км м см кг т ч мин сек р с`,
    `это этот эта эти тот он она оно они мы вы я ты в во на с со к по о об от до из за для при у и а но или если когда что
    как так там здесь также однако поэтому потом после по не нет да его ее их наш наша наши все все-таки между кроме при`,
  ],
  uk: [
    `пан т.зв т зв напр ім див пор вул обл рис табл стор гл ст проф акад ген полк зам св о січ лют берез квіт трав черв лип
    серп верес жовт листоп груд гр т.е тобто`,
    `р рр ст в вв н.е до.н.е ін д п т.п т.д т.ч грн дол коп тис млн млрд трлн кв куб км м см кг т год хв сек с`,
    `це цей ця ці той він вона воно вони ми ви я ти в у на з із зі до по про від для при і й а але або якщо коли що як так там
    тут також однак тому потім після не ні так його її їх наш наша наші усі всі між крім`,
  ],
};

/** The abbreviations of a language, of all languages at once if it is unknown or has no list. */
export function abbreviationsOf(language: string | null | undefined): Abbreviations {
  return TABLES.get(language?.slice(0, 2).toLowerCase() ?? '') ?? ALL;
}

const split = (row: string) => row.trim().split(/\s+/);

const TABLES: ReadonlyMap<string, Abbreviations> = new Map(
  Object.entries(ROWS).map(([language, [leading, either, openers]]) => [
    language,
    { leading: new Set(split(leading)), either: new Set(split(either)), openers: new Set(split(openers)) },
  ]),
);

/** For texts of unknown language: an abbreviation of any counts, and what one lets end a sentence, no other forbids. */
const ALL: Abbreviations = {
  leading: new Set(Object.values(ROWS).flatMap(([leading]) => split(leading))),
  either: new Set(Object.values(ROWS).flatMap(([, either]) => split(either))),
  openers: new Set(Object.values(ROWS).flatMap(([, , openers]) => split(openers))),
};
