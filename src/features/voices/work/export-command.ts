import { writeFile } from 'node:fs/promises'
import { type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { audiences } from '../core/voice-file.ts'
import { exportVoices } from '../store/commands/export.ts'

/** `shirube voices export`: what the other commands on files read, from the database of the installation. */
export const exportCommand: CliCommand = {
  name: 'voices export',
  summary: '市民の声を、データベースからファイルに書き出す（shirube-voice/1。連絡先は含まない）',
  usage: '[--for office|public] [--out FILE.json]',
  help: [
    '--for public：2人が確かめて公開した文だけ（はじめは office：原文。庁内用）',
    '--out：書き出すファイル。なければ画面に出す。そのまま voices group、voices network、voices kwic で使える',
  ],
  options: { for: { type: 'string' }, out: { type: 'string' } },
  async run({ values, open, print, remark }) {
    const { for: asked = 'office', out } = values
    const audience = audiences.find((one) => one === asked)
    if (!audience) throw new UnusableCall('--for は office か public です。')
    const file = await exportVoices(await open(['secretariat']), { audience })
    const text = `${JSON.stringify(file, undefined, 2)}\n`
    if (typeof out === 'string') await writeFile(out, text, { mode: 0o600 })
    else print(text.trimEnd())
    const opinions = file.voices.reduce((sum, voice) => sum + voice.opinions.length, 0)
    remark(
      `提出 ${file.voices.length}、意見 ${opinions}。${audience === 'office' ? '庁内用です。外に出さないでください。' : '公開した文だけです。'}`,
    )
    return 0
  },
}
