import type { ClassList } from './classes.ts'

/**
 * The class lists to begin with: our own, and those of six cities after their published results. Where a city prints no
 * class, its ways of answering stand for them; every list says what was changed and what was not.
 */
export const firstClassLists: readonly ClassList[] = Object.entries({
  standard: {
    label: '標準（7区分）',
    classes: [
      { key: 'adopted', label: '反映（案を修正）', disposition: 'adopted' },
      { key: 'partly', label: '一部反映', disposition: 'partly-adopted' },
      { key: 'covered', label: '趣旨を含む（案に記載済み）', disposition: 'already-covered' },
      { key: 'reference', label: '今後の参考', disposition: 'for-reference' },
      { key: 'declined', label: '反映しない', disposition: 'not-adopted' },
      { key: 'corrected', label: '修正（誤記・数値）', disposition: 'corrected' },
      { key: 'outside', label: '対象外', disposition: 'out-of-scope' },
    ],
  },
  four: {
    label: 'A〜D（日立市の区分）',
    classes: [
      { key: 'A', label: 'A 意見反映（案を修正）', disposition: 'adopted' },
      { key: 'B', label: 'B 趣旨を含む', disposition: 'already-covered' },
      { key: 'C', label: 'C 今後検討', disposition: 'for-reference' },
      { key: 'D', label: 'D その他', disposition: 'out-of-scope' },
    ],
  },
  plain: {
    label: '修正・原案のとおり（かすみがうら市の区分）',
    classes: [
      { key: 'changed', label: '修正', disposition: 'adopted' },
      { key: 'original', label: '原案のとおり', disposition: 'not-adopted' },
      { key: 'outside', label: '対象外', disposition: 'out-of-scope' },
    ],
  },
  five: {
    label: '修正・一部修正・趣旨を含む・原案どおり（笠間市の答え方）',
    classes: [
      { key: 'changed', label: '修正', disposition: 'adopted' },
      { key: 'partly', label: '一部修正', disposition: 'partly-adopted' },
      { key: 'covered', label: '趣旨を含む', disposition: 'already-covered' },
      { key: 'original', label: '原案どおり', disposition: 'not-adopted' },
      { key: 'declined', label: '反映しない', disposition: 'not-adopted' },
      { key: 'outside', label: '対象外', disposition: 'out-of-scope' },
    ],
  },
  later: {
    label: '反映に努める・今後の検討・下位計画で対応（ひたちなか市の答え方）',
    classes: [
      { key: 'changed', label: '案を修正', disposition: 'adopted' },
      { key: 'strive', label: '反映に努める', disposition: 'for-reference' },
      { key: 'consider', label: '今後の検討', disposition: 'for-reference' },
      { key: 'below', label: '下位計画で対応', disposition: 'for-reference' },
      { key: 'original', label: '案のとおり', disposition: 'not-adopted' },
      { key: 'outside', label: '対象外', disposition: 'out-of-scope' },
    ],
  },
  findings: {
    label: '検討結果と理由（西東京市の答え方）',
    classes: [
      { key: 'changed', label: '案を修正する', disposition: 'adopted' },
      { key: 'covered', label: '案に含まれている', disposition: 'already-covered' },
      { key: 'reference', label: '今後の参考とする', disposition: 'for-reference' },
      { key: 'original', label: '案のとおりとする', disposition: 'not-adopted' },
      { key: 'outside', label: '対象外', disposition: 'out-of-scope' },
    ],
  },
  two: {
    label: '修正する・修正しない（松江市の決まり）',
    classes: [
      { key: 'changed', label: '修正する', disposition: 'adopted' },
      { key: 'unchanged', label: '修正しない', disposition: 'not-adopted' },
      { key: 'outside', label: '対象外', disposition: 'out-of-scope' },
    ],
  },
} satisfies Record<string, Omit<ClassList, 'key' | 'revision'>>).map(([key, list]) => ({
  ...list,
  key,
  revision: 0,
}))
