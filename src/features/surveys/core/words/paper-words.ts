import {
  type ConditionPhrases,
  englishConditions,
  japaneseConditions,
  plainJapaneseConditions,
  portugueseConditions,
} from './condition-phrases.ts'
import type { Language } from './languages.ts'

/** What the paper form and the letter say besides the questionnaire. `{…}` is filled in. */
export const japanesePaper = {
  howTitle: '記入のしかた',
  mark: '□の中に、✓を付けてください。□の番号に○を付けても、かまいません。',
  mistake: 'まちがえたときは、二重線で消して、正しい□に✓を付けてください。',
  skip: '答えたくない設問は、空けたままで、かまいません。',
  sendBy: '{day}までに、同封の返信用封筒に入れて、お出しください（切手は要りません）。',
  chosen: '選んだもの',
  notChosen: '選ばないもの',
  webTitle: 'インターネットでも答えられます',
  webWords:
    '次のページを開き、回答コードを入力してください。紙とインターネットの、どちらか一方でお答えください。',
  qrWords: '回答するページのアドレスの二次元コード',
  promise: 'お名前は書かないでください。回答は、お名前や宛名番号と結びつけずに保管し、統計として使います。',
  version: '第{n}版',
  thanks: '設問は以上です。ご協力ありがとうございました。',
  rank: '{n}位',
  year: '年',
  month: '月',
  day: '日',
  request: '{title}のお願い',
  addresseeNumber: '宛名番号',
  codeOnce: '回答コード（1回だけ使えます）',
  howTo:
    '{day}までに、次のページを開き、回答コードを入力して答えてください。途中で保存して、あとから続けることもできます。',
  kept: '回答は、お名前や宛名番号と結びつけずに保管し、統計として使います。',
}
type Sentences = { readonly [name in keyof typeof japanesePaper]: string }
export type PaperWords = Sentences & { conditions: ConditionPhrases }

const plainJapanesePaper: Sentences = {
  ...japanesePaper,
  howTitle: '書きかた',
  mark: '□の中に、✓を書いてください。□の番号（ばんごう）に○でも、いいです。',
  mistake: 'まちがえたときは、線（せん）で消して、正しい□に✓を書いてください。',
  skip: '答えたくない質問（しつもん）は、書かなくていいです。',
  sendBy:
    '{day}までに、いっしょに入っている封筒（ふうとう）に入れて、ポストに出してください。切手（きって）はいりません。',
  chosen: '選（えら）ぶもの',
  notChosen: '選ばないもの',
  webTitle: 'インターネットでも答えられます',
  webWords:
    '下のページを開いて、回答コードを入れてください。紙（かみ）かインターネットの、どちらか1つで答えてください。',
  promise: '名前は書かないでください。だれが答えたか、市も分かりません。',
  thanks: '質問は終わりです。ありがとうございました。',
  howTo: '{day}までに、下のページを開いて、回答コードを入れて、答えてください。',
  kept: 'だれが答えたか、市も分かりません。',
}

const englishPaper: Sentences = {
  howTitle: 'How to fill in this form',
  mark: 'Put a ✓ in the box. You may also put a ○ around the number in it.',
  mistake: 'If you make a mistake, cross it out with two lines and put a ✓ in the right box.',
  skip: 'You may leave any question blank.',
  sendBy: 'Please send the form in the enclosed envelope by {day}. No stamp is needed.',
  chosen: 'chosen',
  notChosen: 'not chosen',
  webTitle: 'You can also answer on the internet',
  webWords:
    'Open the page below and enter your answer code. Please answer only once: on paper or on the internet.',
  qrWords: 'Two-dimensional code with the address of the page for answering',
  promise:
    'Please do not write your name. Answers are kept apart from names and addressee numbers and are used as statistics.',
  version: 'Version {n}',
  thanks: 'This is the end of the questions. Thank you for your help.',
  rank: 'No. {n}',
  year: 'year',
  month: 'month',
  day: 'day',
  request: 'Please take part: {title}',
  addresseeNumber: 'Addressee number',
  codeOnce: 'Answer code (works once)',
  howTo:
    'Please open the page below and enter your answer code by {day}. You can save your answers and continue later.',
  kept: 'Answers are kept apart from names and addressee numbers and are used as statistics.',
}

const portuguesePaper: Sentences = {
  howTitle: 'Como preencher',
  mark: 'Marque ✓ no quadrado. Também pode fazer um ○ em volta do número.',
  mistake: 'Se errar, risque com duas linhas e marque ✓ no quadrado certo.',
  skip: 'Você pode deixar qualquer pergunta em branco.',
  sendBy: 'Envie o formulário no envelope incluso até {day}. Não é preciso selo.',
  chosen: 'escolhido',
  notChosen: 'não escolhido',
  webTitle: 'Também é possível responder pela internet',
  webWords:
    'Abra a página abaixo e digite o código de resposta. Responda só uma vez: no papel ou pela internet.',
  qrWords: 'Código bidimensional com o endereço da página de resposta',
  promise:
    'Não escreva o seu nome. As respostas são guardadas separadas dos nomes e números de destinatário e usadas como estatística.',
  version: 'Versão {n}',
  thanks: 'Estas foram as perguntas. Obrigado pela colaboração.',
  rank: '{n}º lugar',
  year: 'ano',
  month: 'mês',
  day: 'dia',
  request: 'Pedido de participação: {title}',
  addresseeNumber: 'Número do destinatário',
  codeOnce: 'Código de resposta (vale uma vez)',
  howTo:
    'Abra a página abaixo e digite o código de resposta até {day}. É possível salvar e continuar depois.',
  kept: 'As respostas são guardadas separadas dos nomes e números de destinatário e usadas como estatística.',
}

/** Languages the fonts of the paper form can print. The others are answered on the web. */
const printed: Partial<Record<Language, PaperWords>> = {
  'ja-plain': { ...plainJapanesePaper, conditions: plainJapaneseConditions },
  en: { ...englishPaper, conditions: englishConditions },
  pt: { ...portuguesePaper, conditions: portugueseConditions },
}

export const isPrinted = (language: Language): boolean => printed[language] !== undefined

export const paperWordsIn = (language: Language | undefined): PaperWords =>
  (language && printed[language]) ?? { ...japanesePaper, conditions: japaneseConditions }
