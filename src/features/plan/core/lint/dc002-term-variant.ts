import type { Rule } from './finding.ts'

/** DC002: a word the city writes otherwise. */
export const termVariant: Rule = {
  id: 'DC002',
  group: 'DC',
  severity: 'W',
  gate: 'G3',
  title: '用語の書き方がそろっていない',
  rationale: '同じものを2通りに書くと、別のものに見えます。',
  needs: ['glossary'],
  check: ({ texts }, { glossary = [] }) =>
    texts.flatMap(({ subjectId, field, paragraphId, plain }) =>
      glossary.flatMap(({ preferred, variants }) =>
        variants
          .filter((variant) => plain.replaceAll(preferred, '').includes(variant))
          .map((variant) => ({
            subjectId,
            field,
            ...(paragraphId ? { paragraphId } : {}),
            key: `${paragraphId ?? ''}|${variant}`,
            message: `「${variant}」は「${preferred}」にそろえます。`,
            advice: `「${preferred}」に直してください。`,
          })),
      ),
    ),
}
