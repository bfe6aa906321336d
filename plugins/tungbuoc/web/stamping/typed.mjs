// What somebody typed about a team → the team with its text clean, or what is wrong, said in Vietnamese.

const PHONE = /^(\+84|0|1[89]00)\d{4,10}$/
const LINK = /^https:\/\/[!-~]+$/
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu
const LONGEST_LINK = 62

/** {name, phone, place, hours, link} as typed → {team, wrong: {field: sentence}}. */
export function typed(said) {
  const team = Object.fromEntries(["name", "phone", "place", "hours", "link"].map(field => [field, clean(said[field] || "")]))
  const wrong = {}
  if (!team.name) wrong.name = "Ghi tên tổ."
  if (!PHONE.test(team.phone.replace(/[\s.\-()]/g, ""))) wrong.phone = "Số điện thoại này chưa gọi được. Ghi đủ số 0 ở đầu."
  if (team.link && (!LINK.test(team.link) || team.link.length > LONGEST_LINK)) wrong.link = `Địa chỉ phải bắt đầu bằng https:// và dài nhất ${LONGEST_LINK} chữ.`
  return { team, wrong }
}

const clean = text => text.normalize("NFC").replace(HIDDEN, " ").replace(/\s+/g, " ").trim()
