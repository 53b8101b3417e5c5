/** The words of Chinese and Japanese reported speech, languages that set no spaces between words. */
import { type Tongue, genders, listed, phrases, verbTable } from './attribute-cues.js';

export const CHINESE: Tongue = {
  code: 'zh',
  verbs: verbTable({
    strong: `
      说 說 表示 指出 称 稱 强调 強調 认为 認為 回应 回應 回应称 回應稱 宣布 宣佈 写道 寫道 透露 补充 補充 补充说 補充說 补充道 警告 警告说 警告稱 呼吁 呼籲 承认 承認 坦言 直言 重申 声称 聲稱 宣称 宣稱
      答道 道 感叹 感嘆 提到 解释 解釋 解释说 解釋說 解释称 反驳 反駁 谈到 談到 报道 報道 報導 报道称 報道稱 回忆 回憶 回忆说 回忆道 说道 說道 讲道 怒斥 痛批 嘲讽 形容 评价 評價 称赞 稱讚 赞扬 谴责 譴責 敦促 指责 指責 批评 批評
      告诉 告訴 告诉记者 告訴記者 介绍 介紹 介绍说 发文称 發文稱 发文 發文 应询表示 明确表示 强调说 指出说 表态 声明 回答 回答说 答 喊道 笑道 叹道 写 寫 说明 說明 澄清 否认 否認 证实 證實 抱怨 质疑 質疑 建议 建議 承诺 承諾 保证
    `,
    weak: '希望 相信 觉得 覺得 担心 擔心 要求 笑 喊',
    asks: '问 問 问道 問道 提问 提問 询问 詢問',
    quotes: '引述 援引 引用',
  }),
  participles: new Set(),
  according: phrases('用'),
  accordingAfter: new Set(),
  speechNouns: listed('声明 聲明 讲话 講話 言论 言論 发言 發言 的话 表态'),
  pronouns: genders('他:m 她:f 它:n 他们:p 她们:p 他們:p 我: 我们:'),
  relatives: new Set(),
  determiners: listed('这 這 该 該 此 一 两 兩 几 幾 多 各 一名 一位 一些 有的 这位 該名 这名'),
  links: listed('在 对 對 向 就 同 从 從 为 為 以 与 與 跟 因 针对 針對 关于 關於 通过 通過 接受 主持 出席 面对 面對'),
  conjunctions: listed('和 及 但 并 並 而 以及 但是'),
  clauses: listed('如果 因为 因為 虽然 雖然 当 當 由于 由於'),
  fillers: listed('还 還 也 再次 同时 同時 则 則 曾 当天 當天 当日 當日 日前 近日 今天 昨天 今日 昨日 随后 隨後 此前 进一步 進一步 明确 明確 据 據 根据 根據 按照 又 都 已 已经 已經 一度 公开 公開 严正 嚴正 郑重 应询 應詢 接着 接著 另外 最后 之后 之後 会后 會後 称 补充'),
  otherVerbs: listed('是 有 没有 進行 进行 举行 舉行 会见 會見 访问 訪問'),
  passives: listed('被'),
  by: new Set(),
  times: listed('日 月 年 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 上午 下午 晚间 晚間 早上 晚上 凌晨 当地时间 當地時間 时 時 时间'),
  roles: listed('发言人 發言人 部长 部長 外长 外長 防长 防長 主席 总统 總統 总理 總理 首相 国务卿 國務卿 大使 书记 書記 市长 市長 省长 省長 州长 州長 议长 議長 议员 議員 秘书长 秘書長 司长 局长 局長 主任 教授 专家 專家 学者 學者 分析师 分析師 记者 記者 律师 律師 官员 官員 负责人 負責人 董事长 董事長 总裁 總裁 总经理 經理 经理 院长 院長 校长 校長 司令 将军 將軍 上将 中将 上校 大校 代表 特使 副总统 副總統 外交部长 外交部長 国防部长 財長 财长 博士 先生 女士 同志 医生 醫生 居民 市民 网友 網友 男子 女子 家长 学生 學生 球员 教练 导演 導演 演员 作家 研究员 研究員 创始人 創始人 人士 消息人士 执行官 首席执行官 常务副主席 副主席 副部长 副部長 副总理 副總理 委员 委員 理事长 会长 會長 队长 国王 教皇'),
  femaleRoles: listed('女士 女子'),
  roleEnds: [],
  bodies: listed('外交部 国防部 國防部 商务部 商務部 财政部 財政部 国务院 國務院 白宫 白宮 克里姆林宫 国会 國會 议会 議會 政府 委员会 委員會 法院 检察院 警方 军方 軍方 公司 集团 集團 大学 大學 研究院 研究所 协会 協會 联合国 聯合國 北约 欧盟 歐盟 世卫组织 通讯社 新华社 新華社 路透社 法新社 美联社 塔斯社 俄新社 彭博社 中新社 日报 日報 时报 時報 电视台 電視台 媒体 媒體 大使馆 使馆 银行 銀行 央行 机构 機構 部门 部門 当局 當局 党 黨 中方 美方 俄方 日方 韩方 欧方 乌方 國台辦 国台办'),
  bodyEnds: [],
  documents: listed('声明 聲明 公报 公報 报告 報告 文件 信 社论 社論 评论 評論 文章'),
  honorifics: new Map(),
  particles: new Set(),
  notNames: listed('中国 中國 美国 美國 俄罗斯 俄羅斯 日本 韩国 韓國 英国 英國 法国 法國 德国 德國 乌克兰 烏克蘭 以色列 伊朗 欧洲 歐洲 印度 台湾 台灣 香港 北京 上海 莫斯科 华盛顿 華盛頓'),
  elides: false,
  capitalNouns: false,
  freeOrder: false,
  dropsSubject: true,
  inflects: false,
};

export const JAPANESE: Tongue = {
  ...CHINESE,
  code: 'ja',
  verbs: verbTable({
    strong: '述べた 語った 話した 話す 語る 述べる 表明した 強調した 指摘した 批判した 説明した 明らかにした 言った 言う コメントした 訴えた 答えた 主張した 発表した 伝えた 呼びかけた 非難した 書いた 投稿した 断言した 警告した としている 振り返った 述べ',
    asks: '尋ねた 聞いた 質問した 質した',
    weak: '考えている 求めた',
  }),
  pronouns: genders('彼:m 彼女:f 彼ら:p'),
  links: listed('で に を と から へ まで より について に対し に対して'),
  fillers: listed('また さらに その後 同日 同氏 これ'),
  roles: listed('首相 外相 大統領 大臣 長官 報道官 官房長官 議員 代表 知事 市長 会長 社長 教授 氏 さん 容疑者 被告 選手 監督 総理 防衛相 財務相 国務長官 事務総長 委員長 幹事長 党首 男性 女性 住民 関係者 専門家 記者'),
  bodies: listed('外務省 防衛省 政府 警察 委員会 裁判所 会社 大学 新聞 通信 協会 国連 同社 同省'),
};
