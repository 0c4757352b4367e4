import type { BindingResolver } from './binding.ts'
import { type Inline, type MarkdownBlock, parseMarkdown } from './markdown.ts'

type Resolving = { resolve: BindingResolver }
/** `read` stands in for the parser where texts are shown again and again and were read before. */
type TextProps = Resolving & { text: string; read?: (text: string) => MarkdownBlock[] }

/** A restricted Markdown text as HTML: only p, ul, ol, li, strong, em, a, ruby, br and the span of a bound number. */
export function MarkdownView({ text, resolve, read = parseMarkdown }: TextProps) {
  return (
    <>
      {read(text).map((block) => (
        <Block block={block} resolve={resolve} />
      ))}
    </>
  )
}

/** The text of one paragraph without a frame of its own, for places that have one. */
export function InlineText({ text, resolve, read = parseMarkdown }: TextProps) {
  return (
    <>
      {read(text).map((block, position) =>
        block.kind === 'paragraph' ? (
          <>
            {position > 0 && <br />}
            <Line inlines={block.children} resolve={resolve} />
          </>
        ) : (
          <Block block={block} resolve={resolve} />
        ),
      )}
    </>
  )
}

function Block({ block, resolve }: Resolving & { block: MarkdownBlock }) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Line inlines={block.children} resolve={resolve} />
      </p>
    )
  }
  const items = block.items.map((item) => (
    <li>
      {item.map((inner) =>
        inner.kind === 'paragraph' ? (
          <Line inlines={inner.children} resolve={resolve} />
        ) : (
          <Block block={inner} resolve={resolve} />
        ),
      )}
    </li>
  ))
  return block.isOrdered ? <ol class="sb-list">{items}</ol> : <ul class="sb-list">{items}</ul>
}

function Line({ inlines, resolve }: Resolving & { inlines: readonly Inline[] }) {
  return (
    <>
      {inlines.map((inline) => (
        <Piece inline={inline} resolve={resolve} />
      ))}
    </>
  )
}

function Piece({ inline, resolve }: Resolving & { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>
    case 'break':
      return <br />
    case 'ruby':
      return (
        <ruby>
          {inline.base}
          <rp>（</rp>
          <rt>{inline.reading}</rt>
          <rp>）</rp>
        </ruby>
      )
    case 'binding':
      return <Bound words={resolve(inline.binding)} />
    case 'link':
      return (
        <a href={inline.href} rel="noopener">
          <Line inlines={inline.children} resolve={resolve} />
        </a>
      )
    case 'strong':
      return (
        <strong>
          <Line inlines={inline.children} resolve={resolve} />
        </strong>
      )
    default:
      return (
        <em>
          <Line inlines={inline.children} resolve={resolve} />
        </em>
      )
  }
}

function Bound({ words }: { words: string | undefined }) {
  if (words !== undefined) return <span class="sb-data">{words}</span>
  return (
    <span class="sb-data">
      ―<span class="vh">（データなし）</span>
    </span>
  )
}
