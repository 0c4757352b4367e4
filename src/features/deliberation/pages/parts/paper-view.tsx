import { CheckField, FileField, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { nextPaperNumber } from '../../core/paper-number.ts'
import { currentPapers, isLaid } from '../../core/papers.ts'
import { PaperList } from '../../views/paper-list.tsx'
import { type MeetingProps, mayStillAdd } from './meeting-props.ts'

/** 資料: those laid before the meeting, and the forms that lay one, replace it or take it back. */
export function Papers(props: MeetingProps) {
  const { meeting, papers } = props.file
  const folder = `/staff/meetings/${meeting.id}/papers`
  const mayChange = props.mayPrepare && mayStillAdd(meeting.state)
  const mayReplace = props.mayPrepare && meeting.state !== 'cancelled' && papers.length > 0
  return (
    <Section id="papers" title={`資料（${currentPapers(papers).length}）`}>
      {papers.length > 0 && (
        <PaperList
          papers={papers}
          folder={folder}
          remarkOf={({ isPublic }) => (isPublic ? '公開' : '委員のみ')}
          {...(mayChange && { detailsOf: ({ id }: { id: string }) => `${folder}/${id}/details` })}
        />
      )}
      {mayChange && <LayingForm {...props} />}
      {mayReplace && <ReplacingForm {...props} />}
      {props.mayPrepare && papers.some(({ isErased }) => !isErased) && <WithdrawingForm {...props} />}
    </Section>
  )
}

const fileTypes = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg'
const typeWords = 'PDF、Word（docx）、Excel（xlsx）、PNG、JPEG。10MBまで。'

const fieldsOf =
  ({ entered, problems }: MeetingProps) =>
  (name: string) => ({ name, value: entered[name], problem: problems[name] })

function LayingForm(props: MeetingProps) {
  const { file, entered, sources } = props
  const field = fieldsOf(props)
  return (
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
          support={`例：資料1、資料1-2。空のままなら、ファイルの名前の番号（資料2-1_素案.pdf など）か、次の番号（${nextPaperNumber(file.papers)}）になります。`}
          width="short"
          optional
        />
        <TextField
          {...field('paperTitle')}
          label="資料の名前"
          support="番号の付いた名前のファイルと、記録からつくる資料では、空のままでもかまいません。"
          optional
        />
        <SelectField
          {...field('agendaItemId')}
          label="議題"
          blank="会議の全体"
          choices={file.agenda.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <FileField {...field('file')} label="ファイル" support={typeWords} accept={fileTypes} />
        <SelectField
          {...field('source')}
          label="ファイルのかわりに、いまの記録からつくる"
          support="選んだ記録の、いまの内容をPDFにします。あとで記録が変わっても、資料は変わりません。"
          blank="つくらない（ファイルを載せる）"
          choices={sources}
        />
        <CheckField
          name="isPublic"
          label="開会から市民に公開する"
          isChecked={entered['act'] !== 'paper' || entered['isPublic'] !== undefined}
          support="点検の報告や依頼シートなど、庁内の記録からつくるときは、公開してよい内容かを確かめてください。"
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="paper">
          資料を載せる
        </button>
      </form>
    </Disclosure>
  )
}

function ReplacingForm(props: MeetingProps) {
  const { file, entered, sources } = props
  const field = fieldsOf(props)
  return (
    <Disclosure label="資料を差し替える" open={entered['act'] === 'replace'}>
      <form
        method="post"
        class="sb-form"
        aria-label="資料を差し替える"
        encType="multipart/form-data"
        action="#error-summary"
      >
        <p>新しい資料は、同じ番号で同じ場所に載ります。前の資料は、委員と職員がいつでも見られます。</p>
        <SelectField
          {...field('replacedId')}
          label="差し替える資料"
          choices={currentPapers(file.papers).map(({ id, label, title }) => ({
            value: id,
            label: `${label} ${title}`,
          }))}
        />
        <TextField
          {...field('newTitle')}
          label="新しい資料の名前"
          support="変えないときは、空のままにします。"
        />
        <FileField {...field('newFile')} label="新しいファイル" support={typeWords} accept={fileTypes} />
        <SelectField
          {...field('newSource')}
          label="新しいファイルのかわりに、いまの記録からつくる"
          blank="つくらない（ファイルを載せる）"
          choices={sources}
        />
        <TextArea
          {...field('replaceReason')}
          label="差替えの理由"
          rows={2}
          support="資料とともに載ります。公開の資料では、市民も読めます。"
          required
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="replace">
          差し替える
        </button>
      </form>
    </Disclosure>
  )
}

function WithdrawingForm(props: MeetingProps) {
  const { file, entered } = props
  const field = fieldsOf(props)
  return (
    <Disclosure label="資料を取り下げる" open={entered['act'] === 'withdraw'}>
      <form method="post" class="sb-form" aria-label="資料を取り下げる" action="#error-summary">
        <SelectField
          {...field('paperId')}
          label="取り下げる資料"
          choices={file.papers
            .filter(({ isErased }) => !isErased)
            .map((paper) => ({
              value: paper.id,
              label: `${paper.label} ${paper.title}${isLaid(paper) ? '' : '（取り下げ済み）'}`,
            }))}
        />
        <TextArea
          {...field('withdrawnReason')}
          label="取り下げの理由"
          rows={2}
          support="資料のあった場所に載ります。個人の情報そのものは書かないでください。"
          required
        />
        <CheckField
          name="isErased"
          label="ファイルも消す（個人の情報などが入っていたとき）"
          isChecked={entered['isErased'] !== undefined}
          support="元に戻せません。これまでに取ったバックアップからは、消えません。"
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="withdraw">
          取り下げる
        </button>
      </form>
    </Disclosure>
  )
}
