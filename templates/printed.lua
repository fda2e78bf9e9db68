-- Lays a paper out for print; pandoc runs it on the way from Markdown to Word.
-- Styles are those of reference.docx and are asked for by name. What can be argued about stands
-- in these figures:
local WIDE_FROM = 9      -- tables with so many columns stand on landscape pages
local WHOLE_LINES = 12   -- rows of so many lines stay on one page
local SMALL_FROM = 6     -- tables with so many columns are set in 小五 (9 pt) instead of 五号
-- Working papers and forms are set in 五号 (10.5 pt) on 16 pt.
local COMPACT = {ledger = true, monthly = true, department = true, ['filing-form'] = true, ['filing-union'] = true,
  minutes = true, missing = true, reminder = true}
-- Papers that are tables all through stand on landscape pages from the first.
local WHOLE = {ledger = true}
local PORTRAIT, LANDSCAPE = 8845, 14570  -- width of the type area, in twentieths of a point
-- Working papers have margins of 18 mm: a meeting's paper is to fit two pages.
local COMPACT_MARGINS = '<w:pgMar w:top="1021" w:right="1021" w:bottom="1134" w:left="1021" '
  .. 'w:header="624" w:footer="624" w:gutter="0"/>'
local COMPACT_WIDTH = 9864
-- Papers of which every part but the first begins a page: one sheet a department.
local SHEETS = {missing = true}
-- Landscape pages hold wide tables and no running text: 20 mm all round.
local WIDE_MARGINS = '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
  .. 'w:header="680" w:footer="680" w:gutter="0"/>'

local function div(style, inlines)
  return pandoc.Div({pandoc.Para(inlines)}, pandoc.Attr('', {}, {{'custom-style', style}}))
end

local function openxml(text) return pandoc.RawBlock('openxml', text) end

local function escaped(text)
  return (text:gsub('&', '&amp;'):gsub('<', '&lt;'):gsub('>', '&gt;'))
end

-- The width of a text in half characters: Chinese counts two.
local function width(text)
  local sum = 0
  for _, code in utf8.codes(text) do
    sum = (code == 0x200B or code == 0x2060) and sum or sum + ((code < 0x2000 and code ~= 0xB7) and 1 or 2)
  end
  return sum
end

-- The widest run of a text that is not to be broken: a date, a word, or all of a short text.
-- Between Chinese and figures a quarter of a character is left free.
local function word(text, limit)
  text = text:gsub('\u{2060}', '')
  local _, joints = text:gsub('%f[%w]', '')
  local whole = width(text) + joints
  if whole <= limit or text:match('^%d+年%d+月%d+日$')
    or text:match('^证%-%d+%.%d+%-%d+$') then return whole end
  local widest = 0
  for run in text:gmatch('[%w%.%%:/]+') do widest = math.max(widest, #run) end
  return math.min(widest, 19)
end

local function run(text, isBold)
  return '<w:r>' .. (isBold and '<w:rPr><w:b/><w:bCs/></w:rPr>' or '')
    .. '<w:t xml:space="preserve">' .. escaped(text) .. '</w:t></w:r>'
end

local function runs(inlines, isBold)
  local parts = {}
  for _, inline in ipairs(inlines) do
    if inline.t == 'Str' or inline.t == 'Code' then
      parts[#parts + 1] = run(inline.text, isBold)
    elseif inline.t == 'Space' or inline.t == 'SoftBreak' then
      parts[#parts + 1] = run(' ', isBold)
    elseif inline.t == 'LineBreak' then
      parts[#parts + 1] = '<w:r><w:br/></w:r>'
    elseif inline.content then
      parts[#parts + 1] = runs(inline.content, isBold or inline.t == 'Strong')
    end
  end
  return table.concat(parts)
end

local function cellXML(blocks, style, isCentred, isKept)
  local head = '<w:p><w:pPr><w:pStyle w:val="' .. style .. '"/>' .. (isKept and '<w:keepNext/>' or '')
    .. (isCentred and '<w:jc w:val="center"/>' or '') .. '</w:pPr>'
  local parts = {}
  for _, block in ipairs(blocks) do
    parts[#parts + 1] = head .. runs(block.content or {}, false) .. '</w:p>'
  end
  return #parts > 0 and table.concat(parts) or head .. '</w:p>'
end

-- Whether a column has less than two fifths of what it wishes, even with all that is left.
local function isCramped(widths, wish, rest)
  for column = 1, #widths do
    if widths[column] + rest < wish[column] * 0.4 then return true end
  end
  return false
end

-- Whether a table holds digests, which are read in one line or not at all.
local function hasDigests(simple)
  for _, row in ipairs(simple.rows) do
    for _, cell in ipairs(row) do
      local text = pandoc.utils.stringify(cell)
      if #text == 64 and text:match('^%x+$') then return true end
    end
  end
  return false
end

-- The widths of columns, in twentieths of a point: all they ask for when there is room; otherwise
-- what their longest word needs, and the rest by how much they hold.
local function columnWidths(rows, count, total, unit, limit)
  local widths, wish, weight, sum, least = {}, {}, {}, 0, 0
  for column = 1, count do
    local longest, widest, all = 0, 0, 0
    for place, row in ipairs(rows) do
      local text = pandoc.utils.stringify(row[column] or {})
      if place == 1 then
        longest = width(text) > 4 and math.ceil(width(text) / 4) * 2 or width(text)
      else
        longest = math.max(longest, word(text, limit))
        all = all + width(text)
      end
      widest = math.max(widest, width(text))
    end
    widths[column] = (longest + 1.8) * unit
    wish[column] = math.max((widest + 2.6) * unit, widths[column])
    weight[column] = (all + 1) ^ 0.75
    sum, least = sum + wish[column], least + widths[column]
  end
  if sum <= total then
    widths, least = wish, sum
  elseif limit > 0
    and (least > total or (least > total * 0.7 and (sum > total * 1.5 or isCramped(widths, wish, total - least)))) then
    return columnWidths(rows, count, total, unit, limit - 4)
  elseif least < total then
    -- Columns that reach what they wish leave the rest to the others.
    local rest, hasRoom = total - least, true
    while rest > 1 and hasRoom do
      local weights, given = 0, 0
      for column = 1, count do
        if widths[column] < wish[column] then weights = weights + weight[column] end
      end
      hasRoom = weights > 0
      for column = 1, count do
        if widths[column] < wish[column] then
          local more = math.min(rest * weight[column] / weights, wish[column] - widths[column])
          widths[column], given = widths[column] + more, given + more
        end
      end
      rest = rest - given
    end
    least = total - rest
  end
  for column = 1, count do widths[column] = math.floor(widths[column] * total / least) end
  return widths
end

-- A table with borders, a heading row repeated on every page, and rows kept whole unless long.
-- The last row of a table that ends the paper stays with the lines below it: no page holds these alone.
local function tableXML(simple, total, isSmall, endsPaper)
  local count = #simple.headers
  local style = isSmall and 'WideTable' or 'Table'
  local rows = {simple.headers}
  for _, row in ipairs(simple.rows) do rows[#rows + 1] = row end
  local unit = isSmall and 91 or 106
  local widths = columnWidths(rows, count, total, unit, 16)
  local parts = {'<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="' .. total .. '" w:type="dxa"/>'
    .. '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>'}
  for column = 1, count do
    parts[#parts + 1] = '<w:gridCol w:w="' .. widths[column] .. '"/>'
  end
  parts[#parts + 1] = '</w:tblGrid>'
  local isCentred = {}
  for column = 1, count do
    local widest = 0
    for _, row in ipairs(simple.rows) do
      widest = math.max(widest, width(pandoc.utils.stringify(row[column] or {})))
    end
    isCentred[column] = widest <= 12
  end
  for place, row in ipairs(rows) do
    local isHead = place == 1
    local lines = 0
    for column = 1, count do
      local text = pandoc.utils.stringify(row[column] or {})
      lines = math.max(lines, width(text) * unit / (widths[column] - 1.8 * unit))
    end
    parts[#parts + 1] = '<w:tr><w:trPr>' .. (lines <= WHOLE_LINES and '<w:cantSplit/>' or '')
      .. (isHead and '<w:tblHeader/>' or '') .. '</w:trPr>'
    for column = 1, count do
      parts[#parts + 1] = '<w:tc><w:tcPr><w:tcW w:w="' .. widths[column] .. '" w:type="dxa"/>'
        .. '<w:vAlign w:val="center"/></w:tcPr>'
        .. cellXML(row[column] or {}, style .. (isHead and 'Head' or 'Text'), isHead or isCentred[column],
          endsPaper and place == #rows)
        .. '</w:tc>'
    end
    parts[#parts + 1] = '</w:tr>'
  end
  -- Word joins tables that touch.
  parts[#parts + 1] = '</w:tbl><w:p><w:pPr><w:pStyle w:val="TableGap"/>'
    .. (endsPaper and '<w:keepNext/>' or '') .. '</w:pPr></w:p>'
  return table.concat(parts)
end

-- Two narrow tables beside each other, for working papers that are to be short.
local function pairXML(one, other)
  local left = COMPACT_WIDTH * 11 // 20
  local right = COMPACT_WIDTH - left
  local function cell(simple, share)
    return '<w:tc><w:tcPr><w:tcW w:w="' .. share .. '" w:type="dxa"/></w:tcPr>'
      .. tableXML(simple, share - 140, true) .. '</w:tc>'
  end
  return '<w:tbl><w:tblPr><w:tblW w:w="' .. COMPACT_WIDTH .. '" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    .. '</w:tblPr><w:tblGrid><w:gridCol w:w="' .. left .. '"/><w:gridCol w:w="' .. right .. '"/></w:tblGrid>'
    .. '<w:tr>' .. cell(one, left) .. cell(other, right) .. '</w:tr></w:tbl>'
    .. '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
end

-- A title in lines of even length, broken where its sense allows.
local TITLE_LINE = 40
-- Before these words a line may end.
local TITLE_WORDS = {'学生会（', '深化改革', '（%d', '关于', '年度', '自评', '巡察', '巡视', '整改情况',
  '情况公示', '月度'}
local function titleLines(text)
  local marks, best, bestCost = {}, nil, nil
  for _, word in ipairs(TITLE_WORDS) do
    for place in text:gmatch('()' .. word) do marks[#marks + 1] = place end
  end
  table.sort(marks)
  for choice = 0, (1 << #marks) - 1 do
    local lines, start, widest = {}, 1, 0
    for index, place in ipairs(marks) do
      if choice & (1 << (index - 1)) ~= 0 and place > start then
        lines[#lines + 1] = text:sub(start, place - 1)
        start = place
      end
    end
    lines[#lines + 1] = text:sub(start)
    local count = 0
    for _, line in ipairs(lines) do
      widest = math.max(widest, width(line))
      count = count + math.ceil(width(line) / TITLE_LINE)
    end
    local cost = count * 1000 + widest
    if not bestCost or cost < bestCost then best, bestCost = lines, cost end
  end
  local inlines = {}
  for place, line in ipairs(best) do
    if place > 1 then inlines[#inlines + 1] = pandoc.LineBreak() end
    inlines[#inlines + 1] = pandoc.Str(line)
  end
  return inlines
end

-- A date, or the room for one that is written by hand.
local function isDate(text)
  local figures = text:gsub('　', ''):gsub('%s', '')
  return figures:match('^%d*年%d*月%d*日$') ~= nil
end

-- A signature: whoever signs in a short line of its own, and under it nothing but the date.
local function isSignature(block, following)
  if block.t ~= 'Para' then return false end
  local text = pandoc.utils.stringify(block)
  if isDate(text) then return true end
  return following ~= nil and following.t == 'Para' and isDate(pandoc.utils.stringify(following))
    and width(text) <= 60 and (text:find('盖章') or not text:find('：')) and not text:find('。')
end

-- Whether a paragraph names annexes under the text.
local function namesAnnex(block)
  return block.t == 'Para' and pandoc.utils.stringify(block):match('^附件：') ~= nil
end

local function empty(isKept)
  return openxml('<w:p><w:pPr><w:pStyle w:val="BodyText"/>' .. (isKept and '<w:keepNext/>' or '') .. '</w:pPr></w:p>')
end

-- 7.3.5: no page holds a signature alone. The last paragraph of the text and the names of annexes
-- stay with it.
local function keptWithSignature(target)
  for place = #target, 2, -1 do
    local block = target[place]
    if block.t == 'Para' then
      target[place] = openxml('<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:keepNext/></w:pPr>'
        .. runs(block.content, false) .. '</w:p>')
      if not pandoc.utils.stringify(block):match('^附件：') and not pandoc.utils.stringify(block):match('^　') then
        return
      end
    elseif block.t ~= 'RawBlock' or block.text ~= empty(true).text then
      return
    end
  end
end

-- A paragraph that stays on the page of what follows it, or one whose lines stay together.
local function kept(block, isCompact, how)
  return openxml('<w:p><w:pPr><w:pStyle w:val="' .. (isCompact and 'CompactText' or 'BodyText')
    .. '"/><w:' .. how .. '/></w:pPr>' .. runs(block.content, false) .. '</w:p>')
end

-- A list as paragraphs: official papers have numbers and no bullets.
local function addItems(target, list, isNumbered)
  local number = isNumbered and (list.listAttributes and list.listAttributes.start or list.start or 1)
  for place, blocks in ipairs(list.content) do
    for index, block in ipairs(blocks) do
      if block.t == 'Plain' or block.t == 'Para' then
        local inlines = block.content
        if number and index == 1 then
          inlines:insert(1, pandoc.Str((number + place - 1) .. '. '))
        end
        target[#target + 1] = div('Body Text', inlines)
      else
        target[#target + 1] = block
      end
    end
  end
end

local function addHeader(target, header)
  local mark, title = pandoc.utils.stringify(header):match('^(附件%d*)%s+(.+)$')
  if mark then
    target[#target + 1] = div('Annex Mark', {pandoc.Str(mark)})
    target[#target + 1] = div('Title', {pandoc.Str(title)})
  else
    target[#target + 1] = pandoc.Header(math.max(header.level - 1, 1), header.content)
  end
end

-- Parts of the paper from one heading to the next; one with a wide table is landscape as a whole,
-- so that no page holds a heading alone.
local function segments(blocks, isWhole)
  local all = {{blocks = {}, isWide = isWhole}}
  for _, block in ipairs(blocks) do
    if block.t == 'Header' then all[#all + 1] = {blocks = {}, isWide = isWhole} end
    local last = all[#all]
    last.blocks[#last.blocks + 1] = block
    if block.t == 'Table' then
      last.isWide = last.isWide or #pandoc.utils.to_simple_table(block).headers >= WIDE_FROM
    end
  end
  return all
end

-- Whether nothing but lines follows a table, and few of them.
local function isLastTable(blocks, place)
  for index = place + 1, #blocks do
    if blocks[index].t ~= 'Para' and blocks[index].t ~= 'HorizontalRule' then return false end
  end
  return #blocks - place <= 4
end

-- Ends a section; the program fills in page and margins from reference.docx.
local function sectionEnd(isWide, margins)
  return openxml('<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr>'
    .. (isWide and '<w:pgSz w:orient="landscape"/>' or '') .. (margins or '') .. '</w:sectPr></w:pPr></w:p>')
end

-- Working papers take the small sizes of the same styles.
local function compacted(blocks)
  local small = {
    ['Body Text'] = 'Compact Text', ['Title'] = 'Compact Title', ['Foot Note'] = 'Compact Foot'}
  for place, block in ipairs(blocks) do
    if block.t == 'Para' then
      blocks[place] = div('Compact Text', block.content)
    elseif block.t == 'Header' then
      blocks[place] = div('Compact Heading', block.content)
    elseif block.t == 'Div' then
      local style = block.attributes['custom-style']
      if style == 'Signature Line' then
        local text = pandoc.utils.stringify(block)
        blocks[place] = openxml('<w:p><w:pPr><w:pStyle w:val="CompactText"/><w:ind w:right="840"/>'
          .. '<w:jc w:val="right"/></w:pPr>' .. run(text, false) .. '</w:p>')
      end
      block.attributes['custom-style'] = small[style] or style
    end
  end
  return blocks
end

-- A row of numbers may be broken behind each mark; without this it counts as one long number. Numbers
-- with a hyphen, of evidence and of indicators, stay whole in a PDF, where the joiner leaves no trace;
-- in a Word document nothing stands inside a number, because whoever searches for one would not find it.
local function breakable(text, isPDF)
  text = text:gsub('(%d、)%f[%d]', '%1\u{200B}')
  return isPDF and text:gsub('(%d%-)%f[%d]', '%1\u{2060}') or text
end

function Pandoc(doc)
  local isPDF = pandoc.utils.stringify(doc.meta.form or '') == 'pdf'
  doc.meta.form = nil
  local blocks = doc.blocks:walk({
    Str = function(inline)
      inline.text = breakable(inline.text, isPDF)
      return inline
    end})
  local paper = pandoc.utils.stringify(doc.meta.paper or '')
  local isCompact, isWhole = COMPACT[paper] or false, WHOLE[paper] or false
  doc.meta.paper = nil
  if blocks[1] and blocks[1].t == 'Header' and blocks[1].level == 1 then
    doc.meta.pagetitle = pandoc.utils.stringify(blocks[1])
    blocks[1] = div('Title', titleLines(pandoc.utils.stringify(blocks[1])))
  end
  local parts, target, isSigned = segments(blocks, isWhole), {}, false
  for place, part in ipairs(parts) do
    local before = parts[place - 1]
    if before and before.isWide ~= part.isWide and #before.blocks > 0 then
      target[#target + 1] = sectionEnd(before.isWide, before.isWide and WIDE_MARGINS or nil)
    end
    if SHEETS[paper] and place > 2 then
      target[#target + 1] = openxml(
        '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>')
    end
    local isFoot, isPaired = false, false
    for index, block in ipairs(part.blocks) do
      local following = part.blocks[index + 1]
      if block.t == 'Header' then addHeader(target, block)
      elseif isPaired then isPaired = false
      elseif block.t == 'Table' then
        local simple = pandoc.utils.to_simple_table(block)
        isPaired = isCompact and following ~= nil and following.t == 'Table'
        target[#target + 1] = openxml(
          isPaired and pairXML(simple, pandoc.utils.to_simple_table(following))
          or tableXML(
            simple, part.isWide and LANDSCAPE or isCompact and COMPACT_WIDTH or PORTRAIT,
            isCompact or #simple.headers >= SMALL_FROM or hasDigests(simple),
            isCompact and part == parts[#parts] and isLastTable(part.blocks, index)))
      elseif block.t == 'BulletList' then addItems(target, block, false)
      elseif block.t == 'OrderedList' then addItems(target, block, true)
      elseif block.t == 'HorizontalRule' then isFoot = true
      elseif block.t == 'Para' and isFoot then target[#target + 1] = div('Foot Note', block.content)
      elseif isSignature(block, following) then
        if not isCompact and not isSigned then
          keptWithSignature(target)
          target[#target + 1] = empty(true)
        end
        isSigned = true
        target[#target + 1] = div('Signature Line', block.content)
      elseif block.t == 'Para' and following and (following.t == 'Table' or following.t == 'HorizontalRule') then
        target[#target + 1] = kept(block, isCompact, 'keepNext')
      elseif block.t == 'Para' and isSigned and pandoc.utils.stringify(block):match('^（') then
        target[#target + 1] = kept(block, isCompact, 'keepLines')
      else
        if namesAnnex(block) then target[#target + 1] = empty(true) end
        target[#target + 1] = block
      end
    end
  end
  if parts[#parts].isWide then
    target[#target + 1] = sectionEnd(true, WIDE_MARGINS)
  elseif isCompact then
    target[#target + 1] = sectionEnd(false, COMPACT_MARGINS)
  end
  return pandoc.Pandoc(isCompact and compacted(target) or target, doc.meta)
end

-- Pictures and links of a text reach nothing: what they say stays.
local function words(element) return element.caption or element.content end

return {{Image = words, Link = words}, {Pandoc = Pandoc}}
