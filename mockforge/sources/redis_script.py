"""What Redis runs to say whose turn it is: `Turns.take`, in its own language.

It is run whole, so that no other request comes between what it looks up and what it
writes. `tests/sources/test_redis_keeper.py` compares it with `Turns`.
"""

AGAIN, CONSUMED = -2, -1
"""In place of a number in the sequence: the session stands for another recorded one
than was guessed, and nothing was taken; all are used up."""

# KEYS: when sessions were heard of; which recorded ones are adopted, and by how many;
# what this session was given. Names begin with "=": a recorded session may have none.
# ARGV from 14 on: what a session may adopt, each with its number of answers.
TAKE = """
local heard, taken, thread = KEYS[1], KEYS[2], KEYS[3]
local prefix, session, timeout = ARGV[1], ARGV[2], tonumber(ARGV[3])
local now, kept, life = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]
local field, after, counts = 'k' .. ARGV[7], ARGV[8], ARGV[9] == '1'
local own, mode, size, guess = ARGV[10], ARGV[11], tonumber(ARGV[12]), ARGV[13]
if not now then
  local time = redis.call('TIME')
  now = tonumber(time[1]) + tonumber(time[2]) / 1000000
end
local function adopt(name)
  redis.call('HSET', thread, 'a', name)
  redis.call('HINCRBY', taken, name, 1)
end
local function reply(at, chosen)
  for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, life) end
  return {at, chosen, redis.call('HGET', thread, 'a') or ''}
end
local last = redis.call('ZSCORE', heard, session)
if not last or now - tonumber(last) > timeout then
  while true do
    local oldest = redis.call('ZRANGE', heard, 0, 0, 'WITHSCORES')
    if #oldest == 0 then break end
    if now - tonumber(oldest[2]) <= timeout and redis.call('ZCARD', heard) < kept then
      break
    end
    local name = redis.call('HGET', prefix .. oldest[1], 'a')
    redis.call('DEL', prefix .. oldest[1])
    redis.call('ZREM', heard, oldest[1])
    if name and redis.call('HINCRBY', taken, name, -1) <= 0 then
      redis.call('HDEL', taken, name)
    end
  end
  redis.call('DEL', thread)
  if own ~= '' then adopt(own) end
end
redis.call('ZADD', heard, string.format('%.6f', now), session)
local adopted = redis.call('HGET', thread, 'a')
local chosen = ''
if mode == 'single' then
  if not adopted and redis.call('HEXISTS', taken, guess) == 0 then adopt(guess) end
  if not counts then return reply(0, '') end
elseif mode == 'part' then
  if (adopted or '') ~= guess then return reply(-2, '') end
  if not adopted then
    chosen, size = ARGV[14], tonumber(ARGV[15])
    for i = 14, #ARGV, 2 do
      if redis.call('HEXISTS', taken, ARGV[i]) == 0 then
        chosen, size = ARGV[i], tonumber(ARGV[i + 1])
        adopt(chosen)
        break
      end
    end
  end
end
local at = tonumber(redis.call('HGET', thread, field) or '0')
if at >= size then
  if after == 'miss' then return reply(-1, '') end
  if after == 'cycle' then at = at % size else at = size - 1 end
end
redis.call('HSET', thread, field, at + 1)
return reply(at, chosen)
"""
