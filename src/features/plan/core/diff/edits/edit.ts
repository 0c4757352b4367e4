import { z } from 'zod'

const path = z.array(z.string())

/**
 * One value for another at one place of the document.
 *
 * A step of the path is a field's name or the key of a list's member (keyed-lists.ts). No `before`: it was not
 * there; no `after`: it is gone.
 */
export const valueEdit = z.strictObject({ path, before: z.json().optional(), after: z.json().optional() })

/** Members of a list put elsewhere in it: each directly behind another, or at the head (null). */
export const orderEdit = z.strictObject({
  path,
  places: z.array(z.strictObject({ key: z.string(), behind: z.string().nullable() })),
})

/** What has to be done to a document, without any judgement what it means. */
export const edit = z.union([valueEdit, orderEdit])

export type Json = z.infer<ReturnType<typeof z.json>>
export type ValueEdit = z.infer<typeof valueEdit>
export type OrderEdit = z.infer<typeof orderEdit>
export type Edit = z.infer<typeof edit>
export type Place = OrderEdit['places'][number]

export const isOrderEdit = (one: Edit): one is OrderEdit => 'places' in one
