import { Badge, Section } from '#src/ui/parts.tsx'
import { type NewsletterDraft, type NewsletterLimit, newsletterLimits } from '../../core/newsletter.ts'

type NewsletterProps = { title: string; draft: NewsletterDraft; limit: NewsletterLimit }

/** 広報紙原稿案: the same facts within the length the editors gave. */
export function Newsletter({ title, draft, limit }: NewsletterProps) {
  const { text, length, leftOut, isWithin } = draft
  return (
    <Section id="newsletter" title={title}>
      <form method="get" class="l-cluster">
        <label class="dads-form__label" for="letters">
          字数
        </label>
        <select id="letters" name="letters" class="dads-input dads-input--short">
          {newsletterLimits.map((one) => (
            <option key={one} value={one} selected={one === limit}>
              {one}字まで
            </option>
          ))}
        </select>
        <button class="dads-button dads-button--secondary" type="submit">
          この字数でつくる
        </button>
      </form>
      <p class="sb-sub l-gap">
        {length}字 {!isWithin && <Badge tone="warn">{`${limit}字に入りません`}</Badge>}
        {leftOut.length > 0 && `　入りきらず省いたもの：${leftOut.join('、')}`}
      </p>
      <p class="sb-prewrap sb-box">{text}</p>
    </Section>
  )
}
