import type { HTMLAttributes } from 'preact'

/** The islands, as JSX knows them. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'body-slot': HTMLAttributes<HTMLElement>
      'draft-keeper': HTMLAttributes<HTMLElement> & { 'data-key': string }
      'bound-numbers': HTMLAttributes<HTMLElement> & { 'data-skip': string }
      'markdown-preview': HTMLAttributes<HTMLElement>
      'question-drag': HTMLAttributes<HTMLElement>
      'question-preview': HTMLAttributes<HTMLElement>
      'key-in': HTMLAttributes<HTMLElement>
      'tree-drag': HTMLAttributes<HTMLElement>
      'job-progress': HTMLAttributes<HTMLElement>
      'frame-trial': HTMLAttributes<HTMLElement> & { 'data-inputs': string; 'data-name': string }
      'pyramid-year': HTMLAttributes<HTMLElement> & { 'data-inputs': string }
      'shared-board': HTMLAttributes<HTMLElement> & { 'data-changes': string }
      'rule-trial': HTMLAttributes<HTMLElement>
      'round-timer': HTMLAttributes<HTMLElement> & { 'data-minutes': number }
      'error-focus': HTMLAttributes<HTMLElement>
    }
  }
}
