/** Foreign names in Chinese are told by the characters that write them; plain words are not taken for names. */
import { describe, expect, it } from 'vitest';
import { Classifier, Interner, prepare } from '#collate/index.js';

function flagsOf(quoted: string, held: string): readonly string[] {
  const interner = new Interner();
  const [a, b] = [quoted, held].map((text) => prepare(text, interner, { language: 'zh' })) as [
    ReturnType<typeof prepare>,
    ReturnType<typeof prepare>,
  ];
  return new Classifier('zh').classify(a, 0, a.count, b, 0, b.count).flags;
}

describe('a foreign name in Chinese', () => {
  it.each([
    ['卡车前往凯斯特尔', '卡车前往奥伯达尔'],
    ['开来的奎隆车厢', '开来的桑德里夫特车厢'],
    ['送回费尔登', '送回马罗比'],
    ['附近的塔恩霍姆', '附近的奎隆'],
    ['弗拉基米尔·普京', '谢尔盖·拉夫罗夫'],
    ['安·罗', '安·李'],
    ['拜登表示', '特朗普表示'],
    ['泽连斯基说', '他说'],
  ])('is flagged: %s, %s', (quoted, held) => {
    expect(flagsOf(quoted, held)).toContain('name');
  });

  it.each([
    ['马上就要下雨了', '马上就要下雪了'],
    ['这里的西瓜特别多', '那里的南瓜特别多'],
    ['他们利用特别的方法加强安全', '他们利用普通的方法保卫安全'],
    ['在登记处达到了目的', '在保安部门达到了目的'],
    ['因为林地里的木头很高', '因为山里的林木很密'],
    ['大家哈哈地笑', '大家呵呵地笑'],
    ['矿里的瓦斯', '矿里的煤气'],
    ['我们加大了内部的平衡', '我们加强了内部的联系'],
    ['海上的温度高于往年', '海里的温度低于往年'],
    ['他尤其希望延长休假', '他尤其希望缩短休假'],
  ])('is not seen in plain words: %s, %s', (quoted, held) => {
    expect(flagsOf(quoted, held)).not.toContain('name');
  });
});
