/**
 * Clauses in seven languages, written for the bench: every sentence is an opening, a main clause and an ending, and no
 * two sentences of a language share more than one of the three. Main clauses have one place each for a negation, a modal
 * verb, a number and a name: <n:without|with>, <m:one|another|…>, <#>, <@>. It is no real speech, and says nothing about
 * how well real sentences of these languages are read.
 */
export interface Phrasebook {
  readonly language: string;
  readonly openings: readonly string[];
  readonly mains: readonly string[];
  readonly endings: readonly string[];
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  /** Between the parts of a sentence, and at its end. */
  readonly joint: string;
  readonly stop: string;
  /** How a newspaper quotes: who says it in place of {}, the words in place of []. */
  readonly frame: string;
  readonly speaker: string;
}

const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

export const PHRASEBOOKS: readonly Phrasebook[] = [
  {
    language: 'en',
    openings: lines(`
      When the river froze early that winter
      As the auditors had warned us long ago
      Because the old bridge is closed to heavy lorries
      After three evenings of talks behind shut doors
      Whatever the neighbours choose to print about it
      With the harvest still standing in the fields
      Although nobody in the gallery cared to listen
      Since the lighthouse keepers went on strike
      Before the first snow falls on the upper pass
      In the view of everyone who sat at that table`),
    mains: lines(`
      the council <m:will|must|may|should> <n:|not >send <#> trucks through the valley to <@>
      our engineers <m:can|could|should|must> <n:|not >repair <#> turbines at the dam near <@>
      the ministry <m:may|must|will|would> <n:|not >lend <#> barges to the port of <@>
      the committee <m:should|will|could|must> <n:|not >publish <#> letters that were found in <@>
      we <m:will|would|can|must> <n:|not >close <#> schools in the district around <@>
      the guards <m:must|may|should|will> <n:|not >search <#> wagons on the line from <@>
      the bank <m:could|will|must|may> <n:|not >print <#> million notes for the branch in <@>
      farmers <m:may|should|could|will> <n:|not >sell <#> tonnes of barley to buyers from <@>
      the court <m:would|will|must|might> <n:|not >hear <#> witnesses who came over from <@>
      the railway <m:will|can|should|may> <n:|not >carry <#> wounded soldiers back to <@>`),
    endings: lines(`
      and the bill for it lies on my desk
      so that families have something warm to eat
      while the inspectors count what is left over
      as both delegations wrote into the minutes
      for as long as the truce is kept by all
      which is more than was ever promised to anyone
      because the law leaves us very little choice
      even where the roads are nothing but mud
      and I say so with a heavy heart
      until a better arrangement has been found`),
    names: 'Kestrel Oberdale Tarnholm Quillon Sandrift Marrowby Velden'.split(' '),
    numbers: '14 27 350 eleven thirty 62 nineteen'.split(' '),
    joint: ', ',
    stop: '.',
    frame: '{} said: “[]”',
    speaker: 'Ada Kestrin',
  },
  {
    language: 'fr',
    openings: lines(`
      Quand la rivière a gelé au début de cet hiver
      Comme les contrôleurs nous avaient prévenus naguère
      Parce que le vieux pont est fermé aux camions
      Après trois soirées de pourparlers à huis clos
      Quoi que les voisins choisissent d'imprimer à ce sujet
      Avec la moisson encore debout dans les champs
      Bien que la galerie fût déjà tout à fait vide
      Depuis que les gardiens du phare font grève
      Avant la première neige sur le col du haut
      De l'avis de ceux qui étaient assis à cette table`),
    mains: lines(`
      le conseil <n:|ne ><m:doit|peut|devrait|pourrait> <n:|pas >envoyer <#> camions par la vallée jusqu'à <@>
      nos ingénieurs <n:|ne ><m:peuvent|doivent|devraient> <n:|pas >réparer <#> turbines du barrage près de <@>
      le ministère <n:|ne ><m:peut|doit|devrait> <n:|pas >prêter <#> péniches au port de <@>
      la commission <n:|ne ><m:devrait|doit|peut> <n:|pas >publier <#> lettres trouvées à <@>
      nous <n:|ne ><m:devons|pouvons|pourrions> <n:|pas >fermer <#> écoles dans le district de <@>
      les gardes <n:|ne ><m:doivent|peuvent|devraient> <n:|pas >fouiller <#> wagons sur la ligne de <@>
      la banque <n:|ne ><m:pourrait|doit|peut> <n:|pas >imprimer <#> millions de billets pour la succursale de <@>
      les paysans <n:|ne ><m:peuvent|doivent|pourraient> <n:|pas >vendre <#> tonnes d'orge aux acheteurs de <@>
      le tribunal <n:|ne ><m:doit|peut|devrait> <n:|pas >entendre <#> témoins venus de <@>
      le chemin de fer <n:|ne ><m:peut|doit|pourrait> <n:|pas >ramener <#> soldats blessés vers <@>`),
    endings: lines(`
      et la facture se trouve sur mon bureau
      afin que les familles mangent quelque chose de chaud
      tandis que les inspecteurs comptent ce qui reste
      comme les deux délégations l'ont écrit au procès-verbal
      aussi longtemps que la trêve est respectée
      ce qui dépasse toutes les promesses faites jadis
      car la loi nous laisse un choix bien étroit
      même là où les routes deviennent de la boue
      et je le dis le cœur bien lourd
      en attendant un meilleur arrangement entre voisins`),
    names: 'Valdoré Marcignac Sorbier Quillon Tarnholm Verlune Obernac'.split(' '),
    numbers: '14 27 350 onze trente 62 dix-neuf'.split(' '),
    joint: ', ',
    stop: '.',
    frame: '{} a déclaré : « [] »',
    speaker: 'Claire Desmoulins',
  },
  {
    language: 'de',
    openings: lines(`
      Als der Fluss in jenem Winter früh zufror
      Wie die Prüfer uns vor langer Zeit gewarnt hatten
      Weil die alte Brücke für schwere Lastwagen gesperrt ist
      Nach drei Abenden voller Gespräche hinter verschlossenen Türen
      Was auch immer die Nachbarn darüber drucken lassen
      Während die Ernte noch auf den Feldern steht
      Obwohl auf der Galerie längst alle Stühle leer waren
      Seit die Leuchtturmwärter in den Streik getreten sind
      Bevor der erste Schnee auf den oberen Pass fällt
      Nach Ansicht derer, die an jenem Tisch saßen`),
    mains: lines(`
      <m:soll|muss|kann|darf> der Rat <n:|nicht ><#> Lastwagen durch das Tal nach <@> schicken
      <m:können|müssen|sollen|dürfen> unsere Ingenieure <n:|nicht ><#> Turbinen am Damm bei <@> reparieren
      <m:darf|muss|soll|kann> das Ministerium <n:|nicht ><#> Kähne an den Hafen von <@> verleihen
      <m:sollte|muss|könnte> der Ausschuss <n:|nicht ><#> Briefe veröffentlichen, die man in <@> fand
      <m:müssen|können|dürfen> wir <n:|nicht ><#> Schulen im Bezirk um <@> schließen
      <m:sollen|müssen|dürfen> die Wachen <n:|nicht ><#> Waggons auf der Strecke von <@> durchsuchen
      <m:könnte|muss|darf> die Bank <n:|nicht ><#> Millionen Scheine für die Filiale in <@> drucken
      <m:dürfen|sollen|müssen> die Bauern <n:|nicht ><#> Tonnen Gerste an Käufer aus <@> verkaufen
      <m:muss|kann|sollte> das Gericht <n:|nicht ><#> Zeugen anhören, die aus <@> herüberkamen
      <m:kann|soll|muss> die Eisenbahn <n:|nicht ><#> verwundete Soldaten nach <@> zurückbringen`),
    endings: lines(`
      und die Rechnung dafür liegt auf meinem Schreibtisch
      damit die Familien etwas Warmes zu essen haben
      derweil die Prüfer zählen, was übrig geblieben ist
      so haben es beide Abordnungen ins Protokoll geschrieben
      solange der Waffenstillstand von den Lagern eingehalten wird
      und das übertrifft jedes Versprechen von früher
      denn das Gesetz lässt uns eine sehr enge Wahl
      selbst dort, wo die Straßen aus Schlamm bestehen
      und das sage ich mit schwerem Herzen
      bis sich eine bessere Regelung gefunden hat`),
    names: 'Kesselheim Oberdahl Tarnholm Quillingen Sandrift Marlow Veldorf'.split(' '),
    numbers: '14 27 350 elf dreißig 62 neunzehn'.split(' '),
    joint: ', ',
    stop: '.',
    frame: '{} sagte: „[]“',
    speaker: 'Greta Lindholz',
  },
  {
    language: 'es',
    openings: lines(`
      Cuando el río se heló a principios de aquel invierno
      Como los auditores habían advertido hace mucho tiempo
      Porque el viejo puente está cerrado a los camiones
      Después de tres tardes de conversaciones a puerta cerrada
      Por mucho que los vecinos impriman sobre el asunto
      Con la cosecha en pie todavía en los campos
      Aunque la galería estaba vacía desde hacía un rato
      Desde que los fareros se declararon en huelga
      Antes de la primera nevada sobre el puerto alto
      A juicio de quienes se sentaban a aquella mesa`),
    mains: lines(`
      el consejo <n:|no ><m:debe|puede|debería> enviar <#> camiones por el valle hasta <@>
      nuestros ingenieros <n:|no ><m:pueden|deben|podrían> reparar <#> turbinas de la presa cercana a <@>
      el ministerio <n:|no ><m:puede|debe|podría> prestar <#> barcazas al puerto de <@>
      la comisión <n:|no ><m:debería|puede|debe> publicar <#> cartas halladas en <@>
      nosotros <n:|no ><m:debemos|podemos> cerrar <#> escuelas en el distrito de <@>
      los guardias <n:|no ><m:deben|pueden|podrían> registrar <#> vagones en la línea de <@>
      el banco <n:|no ><m:podría|debe|puede> imprimir <#> millones de billetes para la sucursal de <@>
      los campesinos <n:|no ><m:pueden|deben|deberían> vender <#> toneladas de cebada a compradores de <@>
      el tribunal <n:|no ><m:debe|puede|debería> escuchar a <#> testigos llegados de <@>
      el ferrocarril <n:|no ><m:puede|debe|podría> devolver <#> soldados heridos a <@>`),
    endings: lines(`
      y la factura descansa sobre mi escritorio
      para que las familias coman algo caliente
      y los inspectores cuentan lo que ha sobrado
      según escribieron ambas delegaciones en el acta
      por el tiempo que dure la tregua acordada
      lo cual supera cualquier promesa de otros años
      pues la ley nos deja un margen muy estrecho
      incluso donde los caminos se vuelven barro
      y lo digo con el corazón encogido
      en espera de un arreglo mejor entre vecinos`),
    names: 'Valdoria Marzuela Sorbillo Quillona Tarnholm Verluna Obernaz'.split(' '),
    numbers: '14 27 350 once treinta 62 diecinueve'.split(' '),
    joint: ', ',
    stop: '.',
    frame: '{} dijo: «[]»',
    speaker: 'Elena Montoro',
  },
  {
    language: 'ru',
    openings: lines(`
      Когда река той зимой замёрзла раньше срока
      Как давно предупреждали приезжие ревизоры
      Раз старый мост закрыт для тяжёлых грузовиков
      После трёх вечеров переговоров за закрытыми дверями
      Что бы соседи потом об этом ни напечатали
      Хотя урожай ещё стоит на полях
      Пусть галерея к тому часу опустела
      С тех пор как смотрители маяка бастуют
      Прежде чем первый снег ляжет на верхний перевал
      По мнению сидевших за тем столом`),
    mains: lines(`
      совет <m:может|должен|обязан> <n:|не >отправлять <#> грузовиков через долину в город <@>
      инженеры <m:могут|должны|обязаны> <n:|не >чинить <#> турбин на плотине у села <@>
      министерство <m:может|должно|обязано> <n:|не >одалживать <#> барж порту <@>
      комиссия <m:должна|может|обязана> <n:|не >публиковать <#> писем из архива города <@>
      мы <m:можем|должны|обязаны> <n:|не >закрывать <#> школ в районе посёлка <@>
      караульные <m:должны|могут|обязаны> <n:|не >обыскивать <#> вагонов на линии от станции <@>
      банк <m:может|должен|обязан> <n:|не >печатать <#> миллионов банкнот для отделения в городе <@>
      крестьяне <m:могут|должны|обязаны> <n:|не >продавать <#> тонн ячменя покупателям из города <@>
      суд <m:должен|может|обязан> <n:|не >выслушивать <#> свидетелей из деревни <@>
      железная дорога <m:может|должна|обязана> <n:|не >возвращать <#> раненых солдат на станцию <@>`),
    endings: lines(`
      и счёт за это лежит у меня на столе
      чтобы семьям было что поесть горячего
      пока проверяющие считают остатки на складе
      так обе делегации записали в протокол
      сколько бы ни длилось объявленное перемирие
      а это сверх прежних обещаний правительства
      ведь закон оставляет нам очень узкий выбор
      даже там где дороги превратились в грязь
      и говорю я это с тяжёлым сердцем
      вплоть до лучшей договорённости с соседями`),
    names: 'Кестрель Обердаль Тарнхольм Квиллон Сандрифт Марроу Вельден'.split(' '),
    numbers: '14 27 350 одиннадцать тридцать 62 девятнадцать'.split(' '),
    joint: ', ',
    stop: '.',
    frame: '{} сказала: «[]»',
    speaker: 'Анна Лебедева',
  },
  {
    language: 'uk',
    openings: lines(`
      Коли річка тієї зими замерзла раніше строку
      Як давно попереджали приїжджі ревізори
      Оскільки старий міст закрито для важких вантажівок
      Після трьох вечорів перемовин за зачиненими дверима
      Що б сусіди потім про це надрукували
      Хоча врожай ще стоїть на полях
      Нехай галерея на ту годину спорожніла
      Відтоді як доглядачі маяка страйкують
      Перш ніж перший сніг ляже на верхній перевал
      На думку тих що сиділи за тим столом`),
    mains: lines(`
      рада <m:може|повинна|мусить> <n:|не >відправляти <#> вантажівок через долину до міста <@>
      інженери <m:можуть|повинні|мусять> <n:|не >лагодити <#> турбін на греблі біля села <@>
      міністерство <m:може|повинно|мусить> <n:|не >позичати <#> барж порту <@>
      комісія <m:повинна|може|мусить> <n:|не >оприлюднювати <#> листів з архіву міста <@>
      ми <m:можемо|повинні|мусимо> <n:|не >закривати <#> шкіл у районі селища <@>
      вартові <m:повинні|можуть|мусять> <n:|не >обшукувати <#> вагонів на лінії від станції <@>
      банк <m:може|повинен|мусить> <n:|не >друкувати <#> мільйонів банкнот для відділення у місті <@>
      селяни <m:можуть|повинні|мусять> <n:|не >продавати <#> тонн ячменю покупцям із міста <@>
      суд <m:повинен|може|мусить> <n:|не >вислуховувати <#> свідків із села <@>
      залізниця <m:може|повинна|мусить> <n:|не >повертати <#> поранених вояків на станцію <@>`),
    endings: lines(`
      і рахунок за це лежить у мене на столі
      щоб родинам було що поїсти гарячого
      тим часом перевірники лічать рештки на складі
      так обидві делегації записали в протокол
      скільки б тривало оголошене перемир'я
      а це понад колишні обіцянки уряду
      адже закон лишає нам дуже вузький вибір
      навіть там де дороги стали болотом
      і кажу я це з важким серцем
      аж до кращої домовленості з сусідами`),
    names: 'Кестрель Обердаль Тарнгольм Квілон Сандрифт Марроу Вельден'.split(' '),
    numbers: "14 27 350 одинадцять тридцять 62 дев'ятнадцять".split(' '),
    joint: ', ',
    stop: '.',
    frame: '{} сказала: «[]»',
    speaker: 'Оксана Мельник',
  },
  {
    language: 'zh',
    openings: lines(`
      那年冬天河水很早就结了冰
      正如审计人员早先提醒我们的那样
      既然旧桥已经对重型卡车关闭
      经过三个晚上闭门谈判之后
      邻国报纸随便怎样报道这件事
      庄稼还留在田里的时候
      旁听席上的人早已散去
      自从灯塔看守人罢工以来
      在第一场雪落到山口之前
      依照当时坐在桌边的人的看法`),
    mains: lines(`
      委员会<n:|不><m:会|能|应>派<#>辆卡车穿过山谷前往<@>
      我们的工程师<n:|不><m:能|会|可以>修理<@>附近水坝的<#>台涡轮机
      外贸部<n:|不><m:可以|会|能>把<#>艘驳船借给港口<@>
      审查组<n:|不><m:应|会|能>公布在<@>发现的<#>封信
      地方政府<n:|不><m:会|能|应>关闭<@>周围的<#>所学校
      卫兵<n:|不><m:能|应|会>搜查从<@>开来的<#>节车厢
      银行<n:|不><m:可以|会|能>替<@>的分行印刷<#>张钞票
      农民<n:|不><m:能|会|可以>卖给<@>的买主<#>吨大麦
      法院<n:|不><m:会|应|能>听取来自<@>的<#>名证人
      铁路<n:|不><m:能|会|可以>把<#>名受伤士兵送回<@>`),
    endings: lines(`
      账单此刻就放在我的办公桌上
      好让各家各户吃上热饭
      检查人员正在清点剩下的东西
      双方代表团都写进了会议记录
      停火期间一直照此办理
      这已经超过从前对任何人的许诺
      因为法律留给我们的余地很小
      哪怕道路已经成了一片泥泞
      我说这话时心情十分沉重
      直到找出更好的安排为止`),
    names: '凯斯特尔 奥伯达尔 塔恩霍姆 奎隆 桑德里夫特 马罗比 费尔登'.split(' '),
    numbers: '14 27 350 48 36 62 19'.split(' '),
    joint: '，',
    stop: '。',
    frame: '{}说：“[]”',
    speaker: '林秀英',
  },
];
