-- Residents in many conversations at once: each writes in one language, asks five questions, and another resident comes.
-- The first argument is a file of questions, one a line: language, tab, text as it stands inside a JSON string.

local RESIDENTS = 500
local TURNS = 5

local nextThread = 1

function setup(thread)
  thread:set("number", nextThread)
  nextThread = nextThread + 1
end

local byLanguage, languages, run, count = {}, {}, "", 0

function init(args)
  for line in io.lines(args[1]) do
    local language, text = line:match("^([^\t]*)\t(.*)$")
    if not byLanguage[language] then
      byLanguage[language] = {}
      languages[#languages + 1] = language
    end
    table.insert(byLanguage[language], text)
  end
  run = args[2] .. "-" .. number
end

function request()
  local resident = count % RESIDENTS
  local turn = math.floor(count / RESIDENTS)
  local language = languages[resident % #languages + 1]
  local questions = byLanguage[language]
  local conversation = run .. "-" .. math.floor(turn / TURNS) .. "-" .. resident
  local body = '{"type":"message","id":"' .. run .. "-" .. count
    .. '","timestamp":"2026-01-05T15:04:05.000Z","channelId":"emulator","serviceUrl":"http://127.0.0.1:9/","from":{"id":"resident-' .. resident
    .. '","name":"Resident"},"conversation":{"id":"' .. conversation
    .. '"},"recipient":{"id":"bot","name":"Bot"},"textFormat":"plain","locale":"' .. language
    .. '","text":"' .. questions[(count * 7) % #questions + 1]
    .. '","deliveryMode":"expectReplies","channelData":{"source":"benchmark"}}'
  count = count + 1
  return "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("FIGURES %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
