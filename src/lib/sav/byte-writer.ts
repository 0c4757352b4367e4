/** Bytes in the order they are written, numbers little-endian. */
export class ByteWriter {
  #bytes = new Uint8Array(65_536)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  #room(more: number) {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }

  int(...values: number[]) {
    this.#room(values.length * 4)
    for (const value of values) {
      this.#view.setInt32(this.#length, value, true)
      this.#length += 4
    }
  }

  float(...values: number[]) {
    this.#room(values.length * 8)
    for (const value of values) {
      this.#view.setFloat64(this.#length, value, true)
      this.#length += 8
    }
  }

  byte(value: number) {
    this.#room(1)
    this.#bytes[this.#length] = value
    this.#length += 1
  }

  /** Bytes, then `fill` up to `size`. */
  bytes(bytes: Uint8Array, size = bytes.length, fill = 0x20) {
    this.#room(size)
    this.#bytes.set(bytes.subarray(0, size), this.#length)
    this.#bytes.fill(fill, this.#length + Math.min(bytes.length, size), this.#length + size)
    this.#length += size
  }

  get written(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** As many whole characters as fit into so many bytes of UTF-8. */
export function cutToBytes(text: string, most: number): string {
  if (utf8(text).length <= most) return text
  let kept = ''
  let length = 0
  for (const sign of text) {
    length += utf8(sign).length
    if (length > most) return kept
    kept += sign
  }
  return kept
}
