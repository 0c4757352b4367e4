import { searchForm } from '#src/lib/japanese/search-form.ts'

/**
 * 同じ提出者: the words by which two submissions are taken to be of one person: the name with the address, or with the
 * way to reach them. One spelling of width, blanks and hyphens; undefined where a name alone says too little.
 */
export function senderWords(contact: { name: string; address: string; reach: string }): string[] | undefined {
  const [name = '', address = '', reach = ''] = [contact.name, contact.address, contact.reach].map(
    (words) => searchForm(words.replaceAll(hyphens, '')).form,
  )
  if (name === '' || (address === '' && reach === '')) return undefined
  return address === '' ? ['reach', name, reach] : ['address', name, address]
}

/** As people type them between the numbers of an address. */
const hyphens = /[‐‑‒–—―−ー－-]/gu
