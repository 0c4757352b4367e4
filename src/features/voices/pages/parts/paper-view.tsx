import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { FileField, ProblemSummary, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import { isTranscribed, type Submission } from '../../core/submission.ts'
import { mayCheck, type Scan } from '../../core/transcript.ts'

type PaperProps = {
  submission: Submission
  scans: readonly Scan[]
  actor: Context['actor']
  mayAdd: boolean
  entered: Entered
  problems: Problems
  isStale: boolean
}

export function PaperView(props: PaperProps) {
  const { submission, problems, isStale } = props
  return (
    <>
      <ProblemSummary problems={problems} />
      {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。" />}
      <div class="sb-title">
        <h1>原本との照合</h1>
        <Badge tone={submission.checkedBy ? 'ok' : 'quiet'}>
          {submission.checkedBy ? '照合済み' : 'まだ照らし合わせていません'}
        </Badge>
      </div>
      <Section id="typed" title="打った文">
        <blockquote class="sb-quote sb-prewrap" dir="auto">
          {submission.original}
        </blockquote>
        <Check {...props} />
      </Section>
      <Scans {...props} />
      <Correction {...props} />
      <AboutScreen>
        <p>
          原本の写しには、氏名や住所が写っていることがあります。暗号にして置き、開くたびに、だれが開いたかが記録されます。連絡先と同じ日に、いっしょに廃棄されます。
        </p>
      </AboutScreen>
    </>
  )
}

function Check({ submission, actor }: PaperProps) {
  if (submission.checkedBy) return null
  if (!mayCheck(actor, submission)) return <p>あなたが打ったので、別の人が原本と照らし合わせます。</p>
  return (
    <form method="post" class="l-gap">
      <input type="hidden" name="revision" value={submission.revision} />
      <button class="dads-button" name="act" value="check" type="submit">
        原本のとおりだと確かめた
      </button>
    </form>
  )
}

function Scans({ scans, mayAdd, problems }: PaperProps) {
  return (
    <Section id="scans" title="原本の写し">
      {scans.length === 0 && (
        <EmptyState title="写しはありません。">
          <p>紙の原本と照らし合わせるか、写しを加えてください。</p>
        </EmptyState>
      )}
      <ul class="sb-rows">
        {scans.map(({ id, name, size, addedAt }) => (
          <li key={id}>
            <p class="sb-rows__when">{eraDay(tokyoDay(new Date(addedAt)))}</p>
            <form method="post" class="l-cluster">
              <input type="hidden" name="scanId" value={id} />
              <button class="dads-button dads-button--secondary" name="act" value="look" type="submit">
                {name}を開く
              </button>
              <span class="sb-sub">{Math.ceil(size / 1024).toLocaleString('ja-JP')} KB</span>
            </form>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <form method="post" class="sb-form l-gap" encType="multipart/form-data">
          <FileField
            name="scan"
            label="加える写し"
            support="PDF、PNG、JPEG。10MBまで。"
            accept="application/pdf,image/png,image/jpeg"
            problem={problems['scan']}
          />
          <button class="dads-button dads-button--secondary" name="act" value="scan" type="submit">
            写しを加える
          </button>
        </form>
      )}
    </Section>
  )
}

function Correction({ submission, entered, problems }: PaperProps) {
  if (submission.textPurgedAt || submission.withdrawnAt || !isTranscribed(submission)) return null
  return (
    <Section id="correction" title="打ち間違いを直す">
      <form method="post" class="sb-form" noValidate>
        <input type="hidden" name="revision" value={submission.revision} />
        <TextArea
          name="original"
          label="直した文"
          support="前の文は、だれが、なぜ直したかといっしょに残ります。直したあと、別の人が照らし合わせます。意見の言葉が変わると、個人情報の確認と公開の可否は、やり直しになります。"
          value={entered['original'] ?? submission.original}
          problem={problems['original']}
          rows={8}
        />
        <TextField
          name="reason"
          label="直す理由"
          value={entered['reason']}
          problem={problems['reason']}
          required
        />
        <button class="dads-button dads-button--secondary" name="act" value="correct" type="submit">
          直す
        </button>
      </form>
    </Section>
  )
}
