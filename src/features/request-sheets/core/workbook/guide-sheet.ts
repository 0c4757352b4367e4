import type { WriteSheet } from '#src/lib/table/table.ts'
import type { RequestRound } from '../sheets.ts'

const rules = [
  ['書くところ', '黄色の欄だけに書きます。ほかの欄は守られていますが、パスワードはありません。'],
  ['分からないとき', '「わからない」か「事務局に相談」と書けます。作った数字を書かないでください。'],
  [
    '数',
    '80 のように数だけを書きます。「約80」「80〜90」は読めません。1,200人 や △3 は読み替えて取り込みます。',
  ],
  [
    '年度',
    '2027 のように西暦の4けたで書きます。令和9年度、R9、2027/4/1（日付は、その日の年度）は読み替えて取り込みます。',
  ],
  [
    '参考',
    'シートごとに分かっていること（目標値の妥当性、市民の声、前回の回答）を「参考」の頁に並べました。読むだけです。',
  ],
  ['一覧', '一覧のある欄は、選ぶか、一覧と同じ言葉を書きます。'],
  ['貼り付け', '「値の貼り付け」をお使いください。数式とエラーのセルは取り込めません。'],
  ['してもよいこと', '行や列の幅を変える、行を並べ替える、LibreOfficeで開いて保存する。'],
  [
    'しないこと',
    'シートや行を別のファイルへ移す、セルを結合する、見えない列を消す。消えた行は「変わりなし」とみなします。',
  ],
  [
    '戻し方',
    '標の「Excelで出す・戻す」に、このファイルを戻します。取り込む前に、セルごとの結果を確かめられます。',
  ],
] as const

/** 記入要領: how the workbook is filled in, and what the answers are for. */
export function guideSheet({ usedFor }: RequestRound): WriteSheet {
  return {
    name: '記入要領',
    title: '記入要領',
    guidance: `回答の使いみち：${usedFor}`,
    columns: [
      { header: 'こと', width: 18, format: 'text' },
      { header: '説明', width: 90, format: 'text' },
    ],
    rows: rules.map((row) => [...row]),
    form: { cells: [], lines: rules.map(() => 2), orientation: 'landscape', footer: '記入要領' },
  }
}
