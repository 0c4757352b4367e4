export const sheetsAddress = '/staff/sheets'
export const sheetsCrumb = { label: '依頼シート', href: sheetsAddress }
export const sheetAddress = (sheetId: string) => `${sheetsAddress}/${sheetId}`
/** The sheet as a section sees it that is named in it. */
export const relatedAddress = (sheetId: string) => `${sheetAddress(sheetId)}/related`

export const roundAddress = (roundId: string) => `${sheetsAddress}/rounds/${roundId}`
export const unitBookAddress = (roundId: string, unitId: string) => `${roundAddress(roundId)}/units/${unitId}`
export const hearingsAddress = (roundId: string) => `${roundAddress(roundId)}/hearings`
export const boardFileAddress = (roundId: string) => `${roundAddress(roundId)}/board.xlsx`
export const uploadAddress = (roundId: string) => `${roundAddress(roundId)}/upload`
export const uploadedAddress = (uploadId: string) => `${sheetsAddress}/uploads/${uploadId}`
export const compilationAddress = (roundId: string) => `${roundAddress(roundId)}/compilation`
export const viewsAddress = (roundId: string) => `${roundAddress(roundId)}/views`
export const viewFileAddress = (roundId: string, kind: string, ending: 'csv' | 'xlsx') =>
  `${viewsAddress(roundId)}/${kind}/table.${ending}`
export const roundPaperAddress = (roundId: string) => `${viewsAddress(roundId)}/paper`

export const templatesAddress = `${sheetsAddress}/templates`
export const templatesCrumb = { label: 'ひな形', href: templatesAddress }
export const templateAddress = (templateId: string) => `${templatesAddress}/${templateId}`
export const fieldAddress = (templateId: string, fieldId: string) =>
  `${templateAddress(templateId)}/fields/${fieldId}`
/** Where the secretariat gives the answers of a round to the members of a body. */
export const laySheetsAddress = (roundId: string) => `/staff/drafts/sheets?round=${roundId}`
export const approvalAddress = `${sheetsAddress}/approve`
export const extensionAddress = (roundId: string, unitId: string) =>
  `${roundAddress(roundId)}/units/${unitId}/extension`
