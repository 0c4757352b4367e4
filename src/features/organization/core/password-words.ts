/** Rows of keys and alphabets, forwards and backwards: three signs in a row of one are one part of a password. */
export const sequences: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop@[',
  'asdfghjkl;:]',
  'zxcvbnm,./',
  '!"#$%&\'()=~|',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
  '147258369',
  '741852963',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  'いろはにほへとちりぬるをわかよたれそつねならむ',
  'aiueokakikukekosashisuseso',
  '一二三四五六七八九十',
].flatMap((row) => [row, [...row].reverse().join('')])

/**
 * Words that guessing begins with, gathered for this system: what people everywhere put into passwords, what Japanese
 * people do, and what belongs to the work of a town hall. Small letters, at least three (two in kanji and kana).
 */
export const commonWords: readonly string[] = `
pass passwd password passcode passphrase secret private letmein welcome login logon signin user username guest test
testing tester demo sample example default changeme change temp temporary access allow enter entry master server system
computer machine laptop network internet online website windows linux microsoft google apple amazon facebook twitter
instagram youtube yahoo gmail hotmail android iphone ipad samsung sony toyota honda nissan suzuki nintendo playstation
office excel word outlook adobe zoom teams slack admin administrator root superuser manager operator staff member owner
home house family mother father brother sister baby child friend boyfriend girlfriend husband wife love lover lovely
iloveyou loveyou loveme sweet sweetie honey darling angel heaven devil hell god jesus bless peace freedom forever always
never princess prince queen king knight star stars starwars startrek sunshine sunny moon moonlight sky rainbow cloud
flower rose lily cherry peach apple banana orange lemon cookie chocolate coffee pizza cheese butter pepper ginger
spring summer autumn winter january february march april june july august september october november december
sunday monday tuesday wednesday thursday friday saturday today tomorrow yesterday morning night hello hallo goodbye
good bye happy birthday christmas holiday lucky magic wonder dream smile life live world earth japan japanese asia
america american england london paris newyork boston dallas texas chicago arsenal chelsea liverpool barcelona
dragon monkey tiger lion eagle falcon hawk bear wolf fox horse rabbit kitty kitten cat dog puppy bird fish shark turtle
panda dolphin butterfly shadow ninja samurai warrior hunter ranger killer hacker buster rocket thunder storm fire water
superman batman spiderman ironman avengers pokemon pikachu mario luigi zelda sonic naruto onepiece dragonball goku
doraemon nobita totoro ghibli gundam evangelion sailormoon hellokitty snoopy mickey minnie disney disneyland
football baseball basketball soccer tennis golf hockey swimming running marathon volleyball badminton judo karate kendo
sports game games gamer player winner champion music guitar piano rock metal jazz dance movie photo camera book
michael jordan jennifer jessica thomas robert charlie daniel andrew george matthew joshua ashley michelle nicole amanda
alexander anthony william james john david richard joseph mary maria anna laura sarah taylor justin
trustno trust whatever nothing something anything everything nobody somebody none null blank correct battery staple
zero one two three four five six seven eight nine ten eleven twelve hundred first second third last number phone mobile
alpha beta gamma delta omega black white red blue green yellow purple pink gold golden silver diamond platinum money
bank cash dollar credit card safe security secure key keyword code open sesame please thanks thankyou
asdf asdfasdf qwer zxcv abcabc aaa bbb xxx zzz qaz wsx edc foo bar baz lorem ipsum xyz xyzzy
company business project meeting budget finance tax account accounts department section division branch desk counter
city cityhall town townhall village prefecture mayor council councillor assembly plan planning planner policy vision
strategy report document documents government public citizen resident local municipal municipality comprehensive
shirube signpost shirubeadmin
sakura hana haru natsu aki fuyu yuki ame kaze sora umi yama kawa hoshi tsuki taiyo taiyou hikari yume kibou kibo niji
asa hiru yoru kyou kinou ashita itsumo zutto issho daisuki suki aishiteru koi kokoro egao shiawase tanoshii ureshii
arigatou arigato ohayou ohayo konnichiwa konbanwa sayonara oyasumi itadakimasu gochisousama tadaima okaeri moshimoshi
yoroshiku onegaishimasu onegai gomen gomennasai sumimasen ganbare ganbaru ganbatte banzai kanpai nihongo eigo
watashi boku ore anata kimi minna kazoku otousan okaasan oniisan oneesan ojiisan obaasan kodomo akachan tomodachi
neko inu usagi kuma tori sakana kame uma ushi buta saru tora ryu kitsune tanuki koinu koneko wanko nyanko pochi tama
momo ringo mikan ichigo budou suika sushi ramen udon soba tempura gohan onigiri ocha sake biiru karee curry natto
nihon nippon tokyo toukyou osaka oosaka kyoto kyouto nagoya yokohama sapporo sendai fukuoka hiroshima kobe koube chiba
saitama ibaraki tochigi gunma gumma kanagawa hokkaido aomori iwate miyagi akita yamagata fukushima niigata toyama
ishikawa fukui yamanashi nagano gifu shizuoka aichi mie shiga hyogo nara wakayama tottori shimane okayama yamaguchi
tokushima kagawa ehime kochi saga nagasaki kumamoto oita miyazaki kagoshima okinawa kanto kansai kyushu shikoku tohoku
mito hitachi tsukuba tsukubamirai miraidaira mirai tsuchiura toride moriya ryugasaki ushiku joso jousou bando ina yawara
fujisan fuji tsukubasan skytree shinjuku shibuya akihabara asakusa
reiwa heisei showa shouwa taisho meiji nen nendo gatsu youbi
shiyakusho kuyakusho yakusho yakuba chosha shicho shichou kucho choucho soncho chiji chiho chihou jichi jichitai gyosei
gyousei seisaku kikaku kikakuka soumu somu zaisei jinji kanri toshi keikaku sogo sougou sogokeikaku sougoukeikaku kihon
kousou koso shimin chomin sonmin kenmin kokumin kyoiku kyouiku fukushi hoken kankyo kankyou nourin nogyo nougyou sangyo
shoko kanko kankou doboku douro gesui suido suidou bosai bousai shobo shoubou gikai giin jimukyoku shokuin kacho kachou
bucho buchou kakaricho kakarichou tantou tanto shunin sekai anzen joho jouhou himitsu pasuwado pasuwaado ansho kagi
sato satou suzuki takahashi tanaka ito itou watanabe yamamoto nakamura kobayashi kato katou yoshida yamada sasaki
matsumoto inoue kimura hayashi saito saitou shimizu yamazaki mori abe ikeda hashimoto yamashita nakajima maeda fujita
ogawa goto gotou okada hasegawa murakami kondo kondou ishii sakamoto endo endou aoki fujii nishimura fukuda ota miura
fujiwara okamoto matsuda nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata
sakai kudo kudou yokoyama miyamoto uchida takagi ando andou taniguchi ohno maruyama imai kono fujimoto murata takeda
ueno sugiyama masuda sugawara hirano kojima otsuka kubo matsui mihon kakuu
taro tarou jiro jirou saburo ichiro ichirou hanako hiroshi takashi makoto akira satoshi kenji kenta daiki daisuke shota
shouta naoki kazuya tatsuya yusuke ryota yuta yuuta keiko yoko youko kumiko akiko mayumi naomi tomoko yumi emi miki aya
ayaka misaki haruka yuka nana mai mika rina saki hinata himari aoi rin yui sakurako momoka
パスワード ぱすわーど パス ひみつ 秘密 暗証番号 あんしょうばんごう 合言葉 あいことば ひらけごま 開けゴマ ようこそ
こんにちは こんばんは おはよう さようなら さよなら ありがとう ありがとうございます おやすみ いただきます ただいま
おかえり よろしく よろしくお願いします よろしくおねがいします お願いします おねがいします お願い 頑張れ がんばれ
頑張る 大好き だいすき 愛してる あいしてる 幸せ しあわせ 希望 夢 未来 みらい 平和 自由 世界 地球 太陽 日本 にほん
にっぽん 東京 大阪 京都 名古屋 横浜 茨城 いばらき 水戸 つくば つくばみらい 筑波山 富士山 ふじさん さくら サクラ
令和 平成 昭和 大正 明治 れいわ 年度 月曜 火曜 水曜 木曜 金曜 土曜 日曜 今日 明日 昨日 春夏秋冬 ドレミ ドレミファ
市役所 しやくしょ 区役所 町役場 村役場 役所 役場 庁舎 市長 町長 村長 副市長 議会 議員 職員 部長 課長 係長 主任 主事
企画 企画課 企画政策課 総務 総務課 財政 財政課 人事 人事課 政策 計画 総合計画 基本構想 基本計画 実施計画 市民 住民
事務局 管理者 かんりしゃ 管理 担当 利用者 ユーザー ログイン サインイン システム テスト てすと しるべ シルベ 標
佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 斎藤 清水 太郎 次郎 一郎 花子
見本 架空 犬 猫 いぬ ねこ うさぎ くま とり 家族 お父さん お母さん 子ども こども 友達 ともだち
`
  .trim()
  .split(/\s+/)
