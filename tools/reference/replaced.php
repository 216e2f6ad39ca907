<?php
// The functions of PHP that are replaced, in the order of ext_src/php/replaced_functions.cpp, for docs/reference/ and
// stubs/uvstream.php, which compares them with the module.
declare(strict_types=1);

// What each function that we replace promises beyond PHP's manual. They are not declared: their signatures are PHP's
// own, and phpstan takes no second declaration of what it declares itself.
const REPLACED = [
    'fread' => 'of a task that is cancelled leaves what it has taken to who reads next.',
    'fgets' => 'as fread(): half a line is not lost.',
    'fgetc' => 'as fread().',
    'stream_get_line' => 'as fread(): a line is not lost.',
    'fpassthru' => 'by several tasks is served in order.',
    'fgetcsv' => 'as fread(): half a record is not lost.',
    'fscanf' => 'as fread(): half a line is not lost.',
    'stream_copy_to_stream' => 'as fread(): what it has read and not written is not lost.',
    'stream_socket_server' => 'the error code is the system\'s errno, and 0 exactly when no system call on the socket'
        . ' failed: an error in the address, the name, the transport or an option. udp and udg need'
        . ' `STREAM_SERVER_BIND` as flags, else it is EOPNOTSUPP. No part of an address is cut or guessed.',
    'stream_socket_accept' => 'a signal ends it, as in PHP, once its handler has run. The timeout, in seconds, is by'
        . ' default `default_socket_timeout`. The name of a unix client without one is "". A client that has gone already is passed over.'
        . ' On `ssl://` and the like the TLS handshake counts in the timeout; with a timeout of 0, on a non-blocking'
        . ' listener and with the option `handshake` it is left to the first read or write.',
    'stream_socket_client' => 'the timeout covers the look-up of the name, the connect and a TLS handshake together. When'
        . ' TLS fails, the error message is OpenSSL\'s reason, and the error code 0.',
    'fsockopen' => 'as stream_socket_client().',
    'pfsockopen' => 'as stream_socket_client(). Neither hands out a persistent connection that another task waits on.',
    'stream_socket_enable_crypto' => 'works on unix sockets, pairs and php://fd, too.',
    'stream_select' => 'has no limit of 1,024 descriptors. What it throws, it throws before it waits. When it throws or'
        . ' returns false, the arrays are as they were.',
    'stream_get_contents' => 'takes fewer system calls on sockets.',
    'stream_get_transports' => 'lists tcp, udp, unix, udg, ext/openssl\'s, and what others have registered.',
    'stream_socket_pair' => 'makes sockets that are closed on exec.',
    'proc_open' => 'makes pipes and sockets whose reads and writes let other tasks run, and whose reads stream_set_timeout()'
        . ' limits.',
    'gzclose' => 'as fclose().',
    'fclose' => 'in a signal handler, on a stream that a call below it waits for, makes that call fail; the descriptor'
        . ' is closed once it has returned.',
    'sleep' => 'lets other tasks run meanwhile; with 0 those that are ready run once.',
    'usleep' => 'as sleep().',
    'time_nanosleep' => 'as sleep().',
    'time_sleep_until' => 'as sleep().',
    'dl' => 'has the blocking calls of the extension park, too.',
    'session_start' => 'one task at a time is in the functions of the session, of which there is one: others wait for it.',
    'session_commit' => 'as session_start().',
    'session_write_close' => 'as session_start().',
    'session_abort' => 'as session_start().',
    'session_reset' => 'as session_start().',
    'session_destroy' => 'as session_start().',
    'session_regenerate_id' => 'as session_start().',
    'curl_exec' => 'has the handle to itself: other tasks\' calls that would use or change it wait until it has ended.',
    'curl_setopt' => 'waits while another task is in a curl_exec() of the handle.',
    'curl_setopt_array' => 'waits while another task is in a curl_exec() of the handle.',
    'curl_reset' => 'waits while another task is in a curl_exec() of the handle.',
    'curl_multi_exec' => 'has the multi handle to itself while a callback of it waits: as curl_exec().',
    'curl_multi_add_handle' => 'waits while another task is in a curl_multi_exec() of the multi handle, or a curl_exec() of the handle.',
    'curl_multi_remove_handle' => 'waits while another task is in a curl_multi_exec() of the multi handle.',
    'curl_multi_close' => 'waits while another task is in a curl_multi_exec() of the multi handle.',
    'pg_close' => 'closes the connection once the calls of other tasks on it are over.',
    'pg_pconnect' => 'waits while another task makes the same connection, and returns that.',
    'PDO::__construct' => 'of a persistent connection: as pg_pconnect().',
    'PDO::connect' => 'as PDO::__construct().',
    'PDOStatement::execute' => 'waits while another task executes the statement, or fetches from it.',
    'PDOStatement::fetch' => 'as PDOStatement::execute().',
    'PDOStatement::fetchAll' => 'as PDOStatement::execute().',
    'PDOStatement::fetchColumn' => 'as PDOStatement::execute().',
    'PDOStatement::fetchObject' => 'as PDOStatement::execute().',
    'PDOStatement::getColumnMeta' => 'as PDOStatement::execute().',
    'pcntl_fork' => 'leaves TLS connections to the process, parent or child, that next reads or writes them: the other one'
        . ' closes its copy without a word to the peer.',
    'pcntl_signal' => 'is remembered for the waits that stand for a blocking system call: whether that is restarted.',
    'pcntl_async_signals' => 'when it is on, handlers also run within a wait on a socket. Then accept, select and, where'
        . ' calls are not restarted, recvfrom and sendto end as in PHP; other waits go on for what is left of their time.',
    'Fiber::suspend' => 'in a task\'s own Fiber parks the task until somebody resumes it.',
    'Fiber::resume' => 'of a task\'s own Fiber wakes the task, and returns null at once.',
    'Fiber::throw' => 'as Fiber::resume().',
];

// What later versions of PHP have by themselves.
const OWN = [
    'stream_socket_get_crypto_status' => ['signature' => '($stream): int',
        'text' => 'What the last TLS operation on the stream would have had to wait for: a read, a write or a handshake that found'
            . ' nothing to do on a non-blocking stream. PHP\'s own since 8.6; uvstream brings it to older versions.' . "\n\n"
            . '@param resource $stream a TLS stream, or another one' . "\n"
            . '@return 0|1|2 STREAM_CRYPTO_STATUS_NONE, also for a stream without TLS, STREAM_CRYPTO_STATUS_WANT_READ or'
            . ' STREAM_CRYPTO_STATUS_WANT_WRITE' . "\n"
            . '@see stream_socket_enable_crypto()' . "\n"
            . '@since 0.1.0'],
];
