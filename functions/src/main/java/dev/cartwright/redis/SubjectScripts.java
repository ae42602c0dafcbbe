package dev.cartwright.redis;

/**
 * What happens to a subject's key in one step: a hash of {@code t} token, {@code s} state, {@code r} run of the server
 * that it was written to, and for each pending position {@code p:<position>} the milliseconds, by the server's clock,
 * when it was registered, and by which rules ({@code ms:number:hash}). Beside it stands the history that live watchers
 * read; where there is none, nobody watches.
 */
final class SubjectScripts {

    /**
     * ARGV: a token and a life in milliseconds for a placeholder; number and hash of the rules, and after how many
     * milliseconds a mark is abandoned; then {@code p:<position>} of each pending one.
     */
    static final Script LOAD = Script.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local number, hash, timeout = tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])
            local fields = redis.call('HGETALL', KEYS[1])
            local loaded = {ARGV[1], '', '', redis.call('EXISTS', KEYS[2])}
            local newer = false
            for i = 1, #fields, 2 do
              local name, value = fields[i], fields[i + 1]
              if name == 't' then loaded[1] = value
              elseif name == 's' then loaded[2] = value
              elseif name == 'r' then loaded[3] = value
              else
                local since, by, code = string.match(value, '(%d+):(%d+):(.*)')
                local age = now - since
                loaded[#loaded + 1] = name
                loaded[#loaded + 1] = age
                loaded[#loaded + 1] = tonumber(by)
                loaded[#loaded + 1] = code
                newer = newer or (code ~= hash and tonumber(by) > number and age <= timeout)
              end
            end
            if #fields == 0 then
              redis.call('HSET', KEYS[1], 't', ARGV[1])
              redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            if not newer then
              for i = 6, #ARGV do
                redis.call('HSET', KEYS[1], ARGV[i], now .. ':' .. ARGV[3] .. ':' .. hash)
              end
            end
            return loaded
            """);

    /**
     * ARGV: expected token, new token, state, run; {@code p:} or nothing to register, and number and hash of its rules;
     * how many messages there are for live watchers ({@code !} where they are to be given the state), how many their
     * history keeps, and these messages; then {@code p:<position>} of each settled one.
     */
    static final Script COMPARE_AND_SET = Script.of(LiveScripts.TELL + """
            if redis.call('HGET', KEYS[1], 't') ~= ARGV[1] then
              return 0
            end
            redis.call('HSET', KEYS[1], 't', ARGV[2], 's', ARGV[3], 'r', ARGV[4])
            redis.call('PERSIST', KEYS[1])
            local messages = tonumber(ARGV[8]) or 0
            for i = 10 + messages, #ARGV do
              redis.call('HDEL', KEYS[1], ARGV[i])
            end
            if ARGV[5] ~= '' then
              local time = redis.call('TIME')
              local now = time[1] * 1000 + math.floor(time[2] / 1000)
              redis.call('HSET', KEYS[1], ARGV[5], now .. ':' .. ARGV[6] .. ':' .. ARGV[7])
            end
            if ARGV[8] == '!' then
              reset(KEYS[2])
            elseif messages > 0 then
              tell(KEYS[2], ARGV[9], 10, 9 + messages)
            end
            return 1
            """);

    private SubjectScripts() {}
}
