/**
 * Foreign names in Chinese, which has no capitals to tell them by. They are written by the sound, with a closed stock of
 * characters (the tables of the Xinhua News Agency, "Names of the World's Peoples"); some of these hardly stand in other
 * words. A run of the stock with two of these is a name, and so is one with an interpunct inside. The names of Chinese
 * people are not told.
 */
import type { Prepared } from './prepare.js';

/** Characters with which names are written by the sound. */
const STOCK: ReadonlySet<string> = new Set(
  '阿埃艾安昂奥巴拜班邦保鲍贝本比彼宾波博伯布查达戴丹道德登邓蒂丁迪杜顿多恩尔法凡菲费芬丰佛弗福夫富盖冈高戈格哥葛贡古瓜圭哈海汉豪赫' +
    '亨洪胡华怀惠霍基吉季加贾简杰金津卡凯坎康考柯科克肯孔库夸奎昆拉莱赖兰朗劳勒雷里黎丽利莉连廉列林琳留刘龙隆卢鲁路伦罗洛吕马玛迈麦曼芒' +
    '毛梅门蒙米密明缪摩莫默姆木穆娜纳奈南内尼妮涅宁纽农努诺欧帕派潘庞培佩彭蓬皮平珀普奇齐契恰钱乔切钦琼丘屈让热荣茹瑞若撒萨塞瑟赛桑森' +
    '沙莎山尚绍舍申圣施史什舒斯丝松苏索塔泰坦汤唐陶特滕提廷图托娃瓦万旺威韦维魏温文翁沃乌吾伍武西希锡夏香肖歇谢辛欣休许雪亚延扬耶叶伊依因英' +
    '尤于约泽扎詹章哲珍芝朱茱卓兹宗佐茨',
);
/** Those of them that hardly stand in other words. */
const TELLING: ReadonlySet<string> = new Set(
  '埃奥拜鲍宾戴蒂迪杜尔菲芬弗戈葛圭赫亨霍杰凯坎柯肯奎昆莱勒隆黎莉廉伦洛玛曼缪莫姆穆娜奈妮涅纽诺帕庞佩蓬珀琼撒萨瑟桑莎斯滕娃瓦韦沃乌锡耶泽' +
    '詹茱兹佐茨卡巴哈卢罗乔恰夸登朗普费马',
);
/** Words written by the sound that are no names. */
const BORROWED: ReadonlySet<string> = new Set('瓦斯 迪斯科 伦巴 恰恰'.split(' '));
const INTERPUNCT = /^\s?[·•・‧]\s?$/u;

/** Whether the character that is word i is part of a foreign name. */
export function isTranscribed(p: Prepared, i: number): boolean {
  if (!STOCK.has(p.folded[i]!)) return false;
  let first = i;
  let end = i + 1;
  let joined = false;
  const follows = (k: number): boolean => {
    if (k < 1 || k >= p.count || !STOCK.has(p.folded[k]!) || !STOCK.has(p.folded[k - 1]!)) return false;
    if (p.starts[k] === p.ends[k - 1]) return true;
    const between = INTERPUNCT.test(p.text.slice(p.ends[k - 1], p.starts[k]));
    joined ||= between;
    return between;
  };
  while (follows(first)) first--;
  while (follows(end)) end++;
  if (joined) return true;
  const run = p.folded.slice(first, end);
  // Doubled, a character is a sound and no name: "哈哈".
  return !BORROWED.has(run.join('')) && new Set(run.filter((character) => TELLING.has(character))).size >= 2;
}
