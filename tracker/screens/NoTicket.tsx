/** No ticket to show: before the first view (`loading`) and after the ticket's end (`ended`). */
export function NoTicket({ headline, body }: { headline: string; body?: string }) {
  return (
    <section class="lembar">
      <div class="at" role="status">
        <h1>{headline}</h1>
        {body !== undefined && <p class="catatan">{body}</p>}
      </div>
    </section>
  )
}
