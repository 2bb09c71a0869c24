// TEST DATA ONLY: reads the plain YAML of law/ (block and flow maps and lists, plain and quoted scalars, folded lines). Not a YAML reader.
export function readYaml(text) {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd())
    .filter((line) => line !== '')
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }))
  let at = 0
  return block(0)

  function block(indent) {
    return lines[at].text.startsWith('- ') ? list(lines[at].indent) : map(Math.max(indent, lines[at].indent))
  }

  function list(indent) {
    const items = []
    while (at < lines.length && lines[at].indent === indent && lines[at].text.startsWith('- ')) {
      const rest = lines[at].text.slice(2)
      const inner = indent + 2
      if (!/^[[{"']/.test(rest) && /^[\w.-]+:( |$)/.test(rest)) {
        lines[at] = { indent: inner, text: rest }
        items.push(map(inner))
      } else {
        lines[at] = { indent, text: rest }
        items.push(scalar(indent))
      }
    }
    return items
  }

  function map(indent) {
    const fields = {}
    while (at < lines.length && lines[at].indent === indent && !lines[at].text.startsWith('- ')) {
      const [, name, rest] = /^([\w.-]+):\s*(.*)$/.exec(lines[at].text)
      if (rest === '') {
        at++
        const deeper = at < lines.length && (lines[at].indent > indent || lines[at].text.startsWith('- '))
        fields[name] = !deeper ? undefined : /^[[{"']/.test(lines[at].text) ? scalar(indent) : block(indent + 1)
      } else {
        lines[at] = { indent, text: rest }
        fields[name] = scalar(indent)
      }
    }
    return fields
  }

  /** A scalar or flow value with the deeper lines that go on with it. */
  function scalar(indent) {
    let text = lines[at++].text
    while (at < lines.length && lines[at].indent > indent) text += ` ${lines[at++].text}`
    return flow(text)
  }
}

function flow(text) {
  let at = 0
  return value(/$^/)

  function space() {
    while (text[at] === ' ') at++
  }
  function value(stop) {
    space()
    if (text[at] === '{') return map()
    if (text[at] === '[') return list()
    if (text[at] === '"' || text[at] === "'") return quoted()
    let plain = ''
    while (at < text.length && !stop.test(text[at])) plain += text[at++]
    return { true: true, false: false }[plain.trim()] ?? plain.trim()
  }
  function quoted() {
    const mark = text[at++]
    let all = ''
    while (text[at] !== mark) all += text[at] === '\\' && mark === '"' ? text[++at] : text[at], at++
    at++
    return all
  }
  function list() {
    const items = []
    for (at++; (space(), text[at] !== ']'); ) {
      items.push(value(/[,\]]/))
      space()
      if (text[at] === ',') at++
    }
    at++
    return items
  }
  function map() {
    const fields = {}
    for (at++; (space(), text[at] !== '}'); ) {
      let name = ''
      while (text[at] !== ':') name += text[at++]
      at++
      fields[name.trim()] = value(/[,}]/)
      space()
      if (text[at] === ',') at++
    }
    at++
    return fields
  }
}
