import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { ageBands } from '#src/features/voices/core/labels.ts'
import { readReceiptNumber, secretWordOf } from '#src/features/voices/core/receipt-number.ts'
import { mostScanBytes, readScanFile } from '#src/features/voices/core/scan-file.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { FileField, ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { deadlineRuleLabels } from '../core/case.ts'
import { deskComment, deskMethods } from '../core/comment-form.ts'
import { permissions } from '../core/permissions.ts'
import { takeInComment } from '../store/commands/cases.ts'
import { getPublicCase } from '../store/queries/cases.ts'
import { listPlaces, quoteProblem } from '../store/queries/places.ts'
import { CaseTabs, casesCrumb } from './parts/case-tabs.tsx'

/** 受付: what came by post, fax, mail or at the counter, numbered like the web form. */
export const caseIntakePage = page('/staff/comments/:caseId/intake', {
  audience: 'staff',
  maxBytes: mostScanBytes + 4 * 1024 * 1024,
  show: (context, { params }) =>
    screen(context, params.caseId, {
      entered: { receivedOn: tokyoDay(context.now), consent: 'public' },
      problems: {},
    }),
  async submit(context, { params: { caseId }, folder }, form) {
    authorize(context, permissions, 'take-in-comment')
    const read = readForm(deskComment, form)
    const { sheet } = await getPublicCase(context, caseId)
    const unquoted = read.problems ? undefined : await quoteProblem(context, sheet.versionId, read.values)
    const { scan, problem: unreadable } = await readScanFile(form.get('scan'))
    const problems =
      read.problems ??
      (unreadable ? { scan: unreadable } : undefined) ??
      (read.values.receivedOn > tokyoDay(context.now)
        ? { receivedOn: '届いた日が、まだ来ていない日です' }
        : unquoted
          ? { quote: unquoted }
          : undefined)
    if (read.problems || problems)
      return {
        ...(await screen(context, caseId, { entered: read.entered, problems: problems ?? {} })),
        status: 422,
      }
    const sealer = openSealer(folder)
    const { receiptNumber } = await takeInComment(context, { caseId, comment: read.values, sealer, scan })
    const { method, receivedOn, consent } = read.values
    const slip = { receiptNumber, secret: secretWordOf(sealer.mark('voice', receiptNumber)) }
    return screen(context, caseId, { entered: { method, receivedOn, consent }, problems: {}, slip })
  },
})

type State = { entered: Entered; problems: Problems; slip?: { receiptNumber: string; secret: string } }

async function screen(context: Context, caseId: string, { entered, problems, slip }: State): Promise<Screen> {
  authorize(context, permissions, 'take-in-comment')
  const { sheet } = await getPublicCase(context, caseId)
  const [places, { districts }] = await Promise.all([
    listPlaces(context, sheet.versionId),
    getMunicipality(context),
  ])
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const bands = ageBands.map((value) => ({ value, label: value }))
  const items = places.map(({ id, label }) => ({ value: id, label }))
  return {
    title: '意見を受け付ける',
    crumbs: [casesCrumb, { label: sheet.title, href: `/staff/comments/${caseId}` }],
    body: (
      <>
        <ProblemSummary problems={problems} />
        {slip && readReceiptNumber(slip.receiptNumber) && (
          <Banner title={`受け付けました。受付番号 ${slip.receiptNumber}、合い言葉 ${slip.secret}`}>
            <p>
              控えに書いて、本人に渡してください。合い言葉は、この画面にしか出ません。打った文は、
              <a href="/staff/voices?channel=comment&amp;state=to-check">別の人が原本と照らし合わせます</a>。
            </p>
          </Banner>
        )}
        <div class="sb-title">
          <h1>意見を受け付ける</h1>
        </div>
        <CaseTabs actor={context.actor} caseId={caseId} current="/intake" />
        <form method="post" class="sb-form l-gap" encType="multipart/form-data" noValidate>
          <SelectField
            {...field('method')}
            label="方法"
            blank="選んでください"
            choices={deskMethods}
            width="short"
            required
          />
          <TextField
            {...field('receivedOn')}
            label="届いた日"
            support="例：2026-11-10、令和8年11月10日"
            width="short"
            required
          />
          <TextField
            {...field('postmarkOn')}
            label="消印の日"
            support={`郵送のとき。この案件は「${deadlineRuleLabels[sheet.deadlineRule]}」です。`}
            width="short"
            optional
          />
          <SelectField
            {...field('about')}
            label="どの部分への意見か"
            support="施策の番号、段落、課題、指標から選べます。"
            blank="計画全体"
            choices={items}
          />
          <TextField
            {...field('quote')}
            label="引用する言葉"
            support="段落の中の言葉を名指ししているときに、案の文から写します。"
            optional
          />
          <TextArea
            {...field('text')}
            label="意見（原文）"
            support="書かれたとおりに打ちます。"
            rows={8}
            required
          />
          <FileField
            name="scan"
            label="原本の写し"
            support="PDF、PNG、JPEG。10MBまで。暗号にして置き、別の人が照らし合わせます。"
            accept="application/pdf,image/png,image/jpeg"
            problem={problems['scan']}
            optional
          />
          <SelectField
            {...field('district')}
            label="地区"
            blank="わからない"
            choices={[...districts, '市外'].map((value) => ({ value, label: value }))}
            width="short"
            optional
          />
          <SelectField
            {...field('ageBand')}
            label="年代"
            blank="わからない"
            choices={bands}
            width="short"
            optional
          />
          <SelectField
            {...field('consent')}
            label="公表について"
            choices={[
              { value: 'public', label: '文をそのまま公表してよい' },
              { value: 'internal', label: '文は公表しないでほしい' },
            ]}
            width="mid"
          />
          <TextField
            {...field('name')}
            label="氏名"
            support="暗号にして、別の表に置きます。"
            width="mid"
            optional
          />
          <TextField {...field('address')} label="住所" optional />
          <TextField {...field('reach')} label="連絡先" width="mid" optional />
          <button class="dads-button" type="submit">
            受け付ける
          </button>
        </form>
      </>
    ),
  }
}
