/** Register tables as small as the reader takes them, in the old and the new headings. Two ages stand for all. */
const ages = '総人口,男性,女性,0-4歳の男性,0-4歳の女性,85歳以上の男性,85歳以上の女性,世帯数,備考'
const counts = '100,48,52,8,12,40,40,44,'

export const oldRegister = [
  `都道府県コード又は市区町村コード,地域コード,都道府県名,市区町村名,調査年月日,地域名,${ages}`,
  `082350,,茨城県,つくばみらい市,2025/1/1,,${counts}`,
].join('\r\n')

export const newRegister = [
  `全国地方公共団体コード,地域コード,地方公共団体名,調査年月日,地域名,${ages}`,
  `082350,,つくばみらい市,令和7年1月1日,,${counts}`,
].join('\n')

/** A text as a spreadsheet of Windows saves it as "Unicode text": UTF-16, tabs, with BOM. */
export function asUnicodeText(csv: string): Uint8Array {
  const text = `\uFEFF${csv.replaceAll(',', '\t')}`
  return Uint8Array.from(Buffer.from(text, 'utf16le'))
}

/** 「全国地方公共団体コード,…,総人口,男性,女性」 and one row in CP932, byte by byte as an old spreadsheet wrote it. */
export const cp932Head = Uint8Array.from(
  Buffer.from('92b28db8944e8c8e93fa2c918d906c8cfb2c926a90ab2c8f9790ab', 'hex'),
)
