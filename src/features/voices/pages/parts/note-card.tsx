import { Badge } from '#src/ui/parts.tsx'
import { consentLabels } from '../../core/labels.ts'
import { type Note, noteNumber, type SessionTable } from '../../core/session.ts'

type CardProps = {
  note: Note
  tables: readonly SessionTable[]
  /** Cards of a board have headings and votes; remarks of a record have speakers. */
  isBoard: boolean
  mayEdit: boolean
  typed?: { text: string; votes: string; problem: string } | undefined
}

/** One card or remark: its words, its number, and what can be done with it. */
export function NoteCard({ note, tables, isBoard, mayEdit, typed }: CardProps) {
  const number = noteNumber(note, tables)
  return (
    <li class="sb-note" data-note={note.id} id={`note-${note.id}`}>
      <p class="sb-note__head">
        {isBoard && mayEdit && (
          <button
            type="button"
            class="sb-note__handle"
            data-handle=""
            title="つかんで動かす（左右の矢印キーでも動かせます）"
            aria-label={`${number}を動かす。左右の矢印キーで見出しを移す`}
          >
            ⠿
          </button>
        )}
        <span class="sb-note__no">
          {number}
          {note.speaker && `　${note.speaker}`}
        </span>
        {isBoard && <span class="sb-note__votes">{note.votes}票</span>}
        {!isBoard && note.consent === 'internal' && <Badge tone="warn">{consentLabels.internal}</Badge>}
        {note.submissionId && <Badge tone="ok">声に入れた</Badge>}
      </p>
      <p class="sb-note__text sb-prewrap" dir="auto">
        {note.text}
      </p>
      {mayEdit && <NoteActs note={note} number={number} isBoard={isBoard} typed={typed} />}
    </li>
  )
}

type ActsProps = Pick<CardProps, 'note' | 'isBoard' | 'typed'> & { number: string }

function NoteActs({ note, number, isBoard, typed }: ActsProps) {
  const quiet = 'dads-button dads-button--quiet dads-button--small'
  const named = <span class="vh">：{number}</span>
  const hidden = <input type="hidden" name="noteId" value={note.id} />
  return (
    <>
      {isBoard && (
        <form method="post" data-part="vote" class="sb-note__vote">
          {hidden}
          <button class={quiet} name="act" value="vote" type="submit">
            票を足す{named}
          </button>
          <button class={quiet} name="act" value="unvote" type="submit" disabled={note.votes === 0}>
            引く{named}
          </button>
        </form>
      )}
      <details class="sb-note__more" open={typed !== undefined}>
        <summary>
          {isBoard ? '動かす・直す' : '直す'}
          {named}
        </summary>
        <div class="l-flow">
          {isBoard && (
            <form method="post" data-part="move" data-move="">
              {hidden}
              <label>
                見出し
                <input
                  name="heading"
                  list="headings"
                  value={note.heading}
                  maxLength={60}
                  autocomplete="off"
                />
              </label>
              <button class={quiet} name="act" value="move" type="submit">
                この見出しへ移す{named}
              </button>
            </form>
          )}
          <form method="post" data-part="change">
            {hidden}
            <input type="hidden" name="revision" value={note.revision} />
            {typed?.problem && <p class="dads-form__error">＊{typed.problem}</p>}
            <label>
              書かれたとおりの文
              <textarea name="text" rows={3} readOnly={note.submissionId !== undefined}>
                {typed?.text ?? note.text}
              </textarea>
            </label>
            {isBoard ? (
              <label>
                票の数
                <input name="votes" inputMode="numeric" value={typed?.votes ?? String(note.votes)} />
              </label>
            ) : (
              <input type="hidden" name="votes" value={note.votes} />
            )}
            <button class={quiet} name="act" value="change" type="submit">
              保存する{named}
            </button>
          </form>
          {note.submissionId ? (
            <p>
              <a href={`/staff/voices/${note.submissionId}`}>市民の声で見る{named}</a>
            </p>
          ) : (
            <form method="post" data-part="remove">
              {hidden}
              <button class={quiet} name="act" value="remove" type="submit">
                消す（打ち間違い・重なり）{named}
              </button>
            </form>
          )}
        </div>
      </details>
    </>
  )
}
