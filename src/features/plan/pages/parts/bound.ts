import type { EditorState } from './editing.tsx'

/** A field by its name: value and problem come from the state. */
export const bound = ({ entered, problems }: EditorState, name: string) => ({
  name,
  value: entered[name],
  problem: problems[name],
})

export const isOn = ({ entered }: EditorState, name: string) => entered[name] === 'yes'
