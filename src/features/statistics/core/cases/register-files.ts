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

/** `newRegister` in CP932, as a spreadsheet of Windows saves it; Base64 of the bytes. */
export const newRegisterCp932 = Uint8Array.from(
  Buffer.from(
    [
      'kVONkZJulfuM9oukkmORzINSgVuDaCySbojmg1KBW4NoLJJulfuM9oukkmORzJa8LJKyjbiUToyOk/oskm6I5pa8LJ',
      'GNkGyM+yySapCrLI+XkKssMC00jc6CzJJqkKssMC00jc6CzI+XkKssODWNzojIj+OCzJJqkKssODWNzojIj+OCzI+X',
      'kKsskKKR0ZCULJT1jWwKMDgyMzUwLCyCwoKtgs6C3YLngqKOcyyX35hhN5ROMYyOMZP6LCwxMDAsNDgsNTIsOCwxMi',
      'w0MCw0MCw0NCw=',
    ].join(''),
    'base64',
  ),
)
