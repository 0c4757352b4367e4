import { CheckField, FileField, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { sizeWords } from '../../views/size-words.ts'
import { type MeetingProps, mayStillAdd } from './meeting-props.ts'

/** 資料: those laid before the meeting, and the forms that lay one or take it back. */
export function Papers({ file: { meeting, agenda, papers }, entered, problems, mayPrepare }: MeetingProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const choices = agenda.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Section id="papers" title={`資料（${papers.length}）`}>
      <ul class="sb-rows sb-rows--2">
        {papers.map((paper) => (
          <li key={paper.id}>
            <p class="sb-rows__title">{paper.label}</p>
            <div>
              {paper.withdrawnReason ? (
                <p>
                  {paper.title}（取り下げ：{paper.withdrawnReason}）
                </p>
              ) : (
                <p>
                  <a href={`/staff/meetings/${meeting.id}/papers/${paper.id}`}>{paper.title}</a>
                  <span class="sb-sub">
                    {'　'}
                    {sizeWords(paper.sizeBytes)}　{paper.isPublic ? '公開' : '委員のみ'}
                  </span>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayPrepare && mayStillAdd(meeting.state) && (
        <Disclosure label="資料を載せる" open={entered['act'] === 'paper'}>
          <form
            method="post"
            class="sb-form"
            aria-label="資料を載せる"
            encType="multipart/form-data"
            action="#error-summary"
          >
            <TextField
              {...field('label')}
              label="資料の番号"
              support="例：資料1、資料1-2"
              width="short"
              required
            />
            <TextField {...field('paperTitle')} label="資料の名前" required />
            <SelectField {...field('agendaItemId')} label="議題" blank="会議の全体" choices={choices} />
            <FileField
              {...field('file')}
              label="ファイル"
              support="PDF、Word（docx）、Excel（xlsx）、PNG、JPEG。10MBまで。"
              accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
              required
            />
            <CheckField
              name="isPublic"
              label="開会から市民に公開する"
              isChecked={entered['act'] !== 'paper' || entered['isPublic'] !== undefined}
            />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="paper">
              資料を載せる
            </button>
          </form>
        </Disclosure>
      )}
      {mayPrepare && papers.some(({ withdrawnReason }) => withdrawnReason === '') && (
        <Disclosure label="資料を取り下げる" open={entered['act'] === 'withdraw'}>
          <form method="post" class="sb-form" aria-label="資料を取り下げる" action="#error-summary">
            <SelectField
              name="paperId"
              label="取り下げる資料"
              value={entered['paperId']}
              choices={papers
                .filter(({ withdrawnReason }) => withdrawnReason === '')
                .map(({ id, label, title }) => ({ value: id, label: `${label} ${title}` }))}
            />
            <TextArea
              {...field('withdrawnReason')}
              label="取り下げの理由"
              rows={2}
              support="資料のあった場所に載ります。"
              required
            />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="withdraw">
              取り下げる
            </button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}
