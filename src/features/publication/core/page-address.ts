/** A stable address of the public site: ids, never numbers, so that a printed code stays right. */
export const pageAddress = (siteUrl: string, path: string) => new URL(siteUrl.replace(/\/+$/, '') + path).href

/** The address as a person reads it. */
export const shownAddress = (address: string) => decodeURI(address)
