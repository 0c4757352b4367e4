/** After too many wrong tries: how long to wait, in the unit a person counts in. */
export function waitWords(seconds: number): string {
  const time = seconds <= 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分`
  return `続けて何度も違ったため、少し間をおきます。${time}ほど待ってから、もう一度入力してください`
}
