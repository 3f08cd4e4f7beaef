/** A ticket's number as one word, never abbreviated: the same string that is spoken and printed. Size by the parent. */
export function NumberText({ number, class: extra }: { number: string; class?: string }) {
  return <span class={extra ? `nomor ${extra}` : 'nomor'}>{number}</span>
}
