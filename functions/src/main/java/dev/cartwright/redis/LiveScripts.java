package dev.cartwright.redis;

/**
 * What happens to the history of a channel in one step: a stream whose ids are offsets, kept only while somebody
 * watches, and for a while after. Whatever is said on the channel is {@code previous last}, the offsets before and
 * after it, and then a message a line; {@code 0-0 0-0} says that something happened that no messages tell.
 */
final class LiveScripts {

    /** Functions that other scripts begin with. */
    static final String TELL = """
            local function last(history)
              local newest = redis.call('XREVRANGE', history, '+', '-', 'COUNT', 1)
              if newest[1] then return newest[1][1] end
              local info = redis.call('XINFO', 'STREAM', history)
              for i = 1, #info, 2 do
                if info[i] == 'last-generated-id' then return info[i + 1] end
              end
            end
            local function reset(history)
              redis.call('DEL', history)
              redis.call('PUBLISH', history, '0-0 0-0')
            end
            local function tell(history, length, from, to)
              if redis.call('EXISTS', history) == 0 then return reset(history) end
              local previous = last(history)
              local epoch, number = string.match(previous, '(%d+)-(%d+)')
              local id
              for i = from, to do
                number = number + 1
                id = epoch .. '-' .. string.format('%.0f', number)
                redis.call('XADD', history, 'MAXLEN', length, id, 'e', ARGV[i])
              end
              redis.call('PUBLISH', history, previous .. ' ' .. id .. '\\n' .. table.concat(ARGV, '\\n', from, to))
            end
            """;

    /**
     * KEYS: subject and history. ARGV: the history's life in milliseconds; after which offset messages are wanted, or
     * nothing. Begins a history where there is none: its epoch is the time in microseconds, so that no two are alike.
     */
    static final Script READ = Script.of(TELL + """
            if redis.call('EXISTS', KEYS[2]) == 0 then
              local time = redis.call('TIME')
              redis.call('XADD', KEYS[2], 'MAXLEN', 0, time[1] .. string.format('%06d', time[2]) .. '-1', 'e', '')
            end
            redis.call('PEXPIRE', KEYS[2], ARGV[1])
            local subject = redis.call('HMGET', KEYS[1], 's', 'r')
            local missed = {}
            if ARGV[2] ~= '' then
              missed = redis.call('XRANGE', KEYS[2], '(' .. ARGV[2], '+')
            end
            return {last(KEYS[2]), subject[1] or '', subject[2] or '', missed}
            """);

    /** KEYS: history. ARGV: its life. The last offset; nothing where there is no history. */
    static final Script KEEP = Script.of(TELL + """
            if redis.call('PEXPIRE', KEYS[1], ARGV[1]) == 0 then return '0-0' end
            return last(KEYS[1])
            """);

    /** KEYS: turn and history. ARGV: whose turn, for how many milliseconds. 1 if so, 0 if not yet, -1 if nobody asks. */
    static final Script TAKE_TURN = Script.of("""
            if redis.call('EXISTS', KEYS[2]) == 0 then return -1 end
            if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
            return 0
            """);

    /** KEYS: turn and history. ARGV: whose turn, milliseconds until the next, history's length, message. 1 if told. */
    static final Script TELL_IN_TURN = Script.of(TELL + """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            tell(KEYS[2], ARGV[3], 4, 4)
            return 1
            """);

    private LiveScripts() {}
}
