/** The words of German reported speech. */
import { type Tongue, genders, listed, phrases, verbTable } from './attribute-cues.js';

export const GERMAN: Tongue = {
  code: 'de',
  verbs: verbTable({
    strong: `
      sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten teilte teilten mitgeteilt mitteilte warnte warnt warnten
      forderte fordert forderten kritisierte kritisiert kritisierten meinte meint meinten schrieb schreibt schrieben geschrieben ergänzte ergänzt
      fügte hinzufügte antwortete antwortet entgegnete erwiderte kündigte kündigt kündigten angekündigt versicherte versichert berichtete berichtet berichteten
      bestätigte bestätigt bezeichnete bezeichnet bezeichneten nannte nennt nannten äußerte äußert äußerten unterstrich verkündete behauptete behauptet behaupteten
      räumte lobte lobt mahnte mahnt verlangte verlangt verteidigte urteilte urteilt rief erzählte erzählt twitterte kommentierte kommentiert resümierte
      gesprochen genannt vorgeworfen gerügt zurückgewiesen attestierte attestiert attestieren geäußert gelobt verkündeten beklagte beklagt beteuerte gestand gab gibt verwies appellierte bemerkte bemerkt feststellte stellte hob sprach spricht sprachen hieß heißt lautet lautete
      befand bekräftigte bekräftigt begründete begründet verurteilte bedauerte bedauert prophezeite versprach schimpfte scherzte witzelte klagte klagten konterte
      monierte plädierte rügte spottete stichelte argumentierte argumentiert analysierte erläuterte erläutert formulierte formuliert bilanzierte signalisierte hielt
      konstatierte konstatiert skandierte skandierten skandiert attackierte attackiert bezweifelte bezweifelt warf werfen wirft pochte wagte sicherte zugesichert bezichtigte zusicherte prangerte zweifelte verkündet hinzugefügt
      angemahnt eingeräumt zugegeben behauptet gefordert verlangt gewarnt betitelte titelte unterstreicht unterstrich bezog rechtfertigte widerspricht widersprach fügt fügten räumt räumen räumten stellt stellen stellten hebt teilt kündigen weist wies rät riet bittet bat droht drohte ärgert wundert propagiert fasst resümiert bilanziert spottet höhnt reagierte reagiert
    `,
    weak: `
      glaubt glaubte findet fand hofft hoffte freute freut zeigte zeigt sieht sah begrüßte würdigte dankte erinnerte erinnert wünscht wünschte lässt ließ
      schloss fuhr fort lachte lacht schwärmte staunte jubelte brüllte flüsterte seufzte weiß wusste denkt dachte
    `,
    asks: 'fragte fragt fragten gefragt wollte',
    quotes: 'zitierte zitiert zitierten',
  }),
  participles: listed('sagend'),
  according: phrases(
    'laut|gemäß|nach angaben von|nach angaben der|nach angaben des|nach angaben|nach den worten von|nach worten von|nach den worten des|nach den worten der|nach aussage von|nach aussagen von|nach auskunft von|nach ansicht von|nach ansicht des|nach ansicht der|nach auffassung von|nach auffassung des|nach auffassung der|nach meinung des|nach meinung der|nach einschätzung von|nach einschätzung des|nach einschätzung der|für|nach meinung von|aus sicht von|so',
  ),
  accordingAfter: listed('zufolge'),
  speechNouns: listed(
    'aussage aussagen worte worten erklärung behauptung äußerung äußerungen forderung satz spruch motto zitat vorwurf begriff brief rede interview statement mitteilung schreiben parole slogan ausdruck',
  ),
  pronouns: genders('er:m sie:f es:n ich: wir:'),
  relatives: listed('der die das welcher welche welches'),
  determiners: listed(
    'der die das den dem des ein eine einen einem einer eines sein seine seinem seinen seiner ihr ihre ihrem ihren ihrer dieser diese dieses diesen diesem mehrere einige viele alle zwei drei vier kein keine jener jene unser unsere',
  ),
  links: listed(
    'von vom für aus in im an am auf bei beim mit zu zum zur nach über unter gegen vor hinter durch um ohne seit während wegen trotz gegenüber zwischen neben bis ab als',
  ),
  conjunctions: listed('und oder aber sondern denn doch sowie'),
  clauses: listed('dass daß weil wenn als ob nachdem bevor während obwohl damit sodass da wie wo warum weshalb indem'),
  fillers: listed(
    'hat haben hatte hatten habe ist sind war waren sei seien wird werden wurde wurden würde würden kann könne auch dann später nun noch wieder bereits schon erst nur zuvor zudem außerdem dabei dazu daraufhin unterdessen inzwischen jedoch allerdings sich nicht weiter hinzu mit an ein hervor klar fort zurück zugleich gleichzeitig wörtlich offenbar ebenfalls einmal kürzlich abschließend deshalb so hier jetzt derzeit aktuell sogar selbst besonders ausdrücklich offen scharf deutlich am als wie folgt zudem damals gegenüber vor allem seinerseits ihrerseits',
  ),
  otherVerbs: listed(
    'ist sind war waren hat haben hatte wird werden wurde wurden kann können konnte will wollen soll sollen muss müssen darf mag geht ging kommt kam macht machte steht stand liegt lag bleibt blieb führt führte',
  ),
  passives: listed('wurde wurden worden'),
  by: listed('von vom durch'),
  times: listed(
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember heute gestern morgen vormittag nachmittag abend nacht mittag woche monat jahr jahre tag tage uhr montagabend dienstagabend mittwochabend donnerstagabend freitagabend',
  ),
  roles: listed(
    'minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin chef chefin leiter leiterin vorsitzender vorsitzende politiker politikerin experte expertin experten mann frau herr dame leute menschen beamter beamte zeuge zeugin opfer anwalt anwältin mitarbeiter kritiker anhänger insider kollege kollegin sieger siegerin vater mutter sohn tochter bruder schwester freund freundin kind kinder eltern nachbar diplomat diplomaten regierungschef staatschef amtsinhaber unternehmer gründer quelle quellen',
  ),
  femaleRoles: listed(
    'ministerin präsidentin kanzlerin sprecherin chefin leiterin politikerin expertin frau anwältin zeugin mutter tochter schwester freundin kollegin bundeskanzlerin außenministerin',
  ),
  roleEnds: [
    '-mann',
    '-frau',
    ...listed(
      'minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin chef chefin leiter leiterin vorsitzender vorsitzende vorsitzenden politiker politikerin experte expertin anwalt anwältin richter richterin direktor direktorin sekretär sekretärin meister meisterin beauftragter beauftragte botschafter botschafterin forscher forscherin wissenschaftler wissenschaftlerin professor professorin general trainer trainerin manager managerin vertreter vertreterin mitglied abgeordneter abgeordnete senator senatorin kandidat kandidatin journalist journalistin autor autorin premier könig königin papst bischof pfarrer arzt ärztin ökonom historiker historikerin jurist juristin analyst berater beraterin lehrer lehrerin sänger sängerin schauspieler schauspielerin spieler spielerin inhaber redakteur reporter korrespondent',
    ),
  ],
  bodies: listed(
    'regierung ministerium amt behörde partei polizei gericht kommission verband agentur zeitung magazin unternehmen konzern bank gewerkschaft universität institut rat ausschuss fraktion senat parlament staatsanwaltschaft feuerwehr klub verein firma gesellschaft sender blatt bundeswehr bundestag bundesrat opposition organisation stiftung',
  ),
  bodyEnds: [
    ...listed(
      'ministerium behörde partei regierung polizei gericht kommission verband agentur zeitung magazin unternehmen konzern gewerkschaft universität institut ausschuss fraktion staatsanwaltschaft verein gesellschaft organisation',
    ),
  ],
  documents: listed(
    'erklärung bericht brief mitteilung studie umfrage schreiben meldung pressemitteilung artikel gutachten urteil resolution gesetz',
  ),
  honorifics: genders('herr:m frau:f dr: dr.: prof: prof.: sir:m'),
  particles: listed('von van de der den zu zur bin al el la le'),
  notNames: listed('montag dienstag mittwoch donnerstag freitag samstag sonntag ich wir gott'),
  capitalNouns: true,
  elides: false,
  freeOrder: true,
  dropsSubject: false,
  inflects: false,
};
