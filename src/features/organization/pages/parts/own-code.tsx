import { TextField } from '#src/ui/field.tsx'

type Props = { name: string; label?: string; problem: string | undefined }

/** A code of one's own, before something that a session left open must not be enough for. */
export const OwnCode = ({ name, label = '確認コードか予備コード', problem }: Props) => (
  <TextField
    name={name}
    label={label}
    support="認証アプリの数字6桁。スマートフォンがないときは、予備コードの1つ"
    problem={problem}
    autocomplete="one-time-code"
    width="mid"
    required
  />
)
