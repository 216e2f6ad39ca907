<?php
// Real servers for the scenarios, their files in the scenario's directory; and what is seen of them.
declare(strict_types=1);

/** @return array{int, string, ?int} port, unix socket and, if asked for, the port for TLS with certificate() */
function redis_server(bool $with_tls = false, string ...$options): array
{
    $socket = temp_path('redis.sock');
    $port = service('redis', function ($port) use ($socket, $with_tls, $options, &$tls) {
        $tls = $with_tls ? free_port() : null;
        $secret = $with_tls ? certificate() : '';
        return ['redis-server', '--port', "$port", '--bind', '127.0.0.1', '--dir', dirname($socket), '--unixsocket', $socket,
            '--save', '', '--maxclients', '2000', ...$options, ...($with_tls ? ['--tls-port', "$tls", '--tls-auth-clients', 'no',
            '--tls-cert-file', $secret, '--tls-key-file', $secret, '--tls-ca-cert-file', $secret] : [])];
    });
    return [$port, $socket, $tls];
}

/** Two of them, as it listens on either. @return array{int, string} port and unix socket */
function memcached_server(): array
{
    $options = ['-m', '256', '-I', '32m', ...(posix_getuid() === 0 ? ['-u', 'root'] : [])];
    $port = service('memcached', fn ($port) => ['memcached', '-l', '127.0.0.1', '-p', "$port", '-U', '0', ...$options]);
    $socket = temp_path('memcached.sock');
    start_service('memcached-unix', ['memcached', '-s', $socket, ...$options]);
    for ($polls = 0; $polls < 3000 && !@fsockopen("unix://$socket"); $polls++) {
        usleep(10_000);
    }
    return [$port, $socket];
}

/**
 * sshd, for this user and one key, in a home that does not exist: a shell below sshd reads what is in it (bash ~/.bashrc, zsh
 * ~/.zshenv), and what that writes to stderr is part of phpseclib's answer to a command.
 * @return array{int, string} port and the private key's file
 */
function ssh_server(): array
{
    if (posix_getuid() === 0) {
        @mkdir('/run/sshd', 0755); // sshd has this place built in
    }
    foreach (['host_key', 'user_key'] as $name) {
        is_file(temp_path($name)) || exec('ssh-keygen -q -t ed25519 -N "" -f ' . temp_path($name));
    }
    $port = service('sshd', function ($port) {
        file_put_contents(temp_path('sshd_config'), implode("\n", [
            "Port $port", 'ListenAddress 127.0.0.1', 'HostKey ' . temp_path('host_key'), 'PidFile none', 'UsePAM no',
            'AuthorizedKeysFile ' . temp_path('user_key.pub'), 'StrictModes no', 'PermitRootLogin yes', 'UseDNS no',
            'MaxStartups 200', 'MaxAuthTries 20', 'Subsystem sftp internal-sftp', 'PermitUserRC no',
            'SetEnv HOME=' . temp_path('home'), '',
        ]));
        return ['/usr/sbin/sshd', '-D', '-e', '-f', temp_path('sshd_config')];
    });
    return [$port, temp_path('user_key')];
}

/** A listener that takes connections and never answers: it, and its port. @return array{resource, int} */
function silent_listener(): array
{
    $server = stream_socket_server('tcp://127.0.0.1:0');
    return [$server, (int) substr(strrchr(stream_socket_get_name($server, false), ':'), 1)];
}

/** Runs $body in a child that leaves nothing to shut down, and does not outlive a minute. */
function in_child(callable $body): int
{
    $pid = pcntl_fork();
    if ($pid !== 0) {
        return $pid;
    }
    pcntl_alarm(60);
    try {
        $body();
    } catch (Throwable $e) {
        echo 'in the child: ', $e::class, ': ', $e->getMessage(), "\n";
    }
    posix_kill(getmypid(), SIGKILL);
}

/** Counts in a session, in a script of its own, whose session is written after its end. What it prints. */
function in_session(string $handler, string $path, string $id): string
{
    $options = ['-d', "session.save_handler=$handler", '-d', "session.save_path=\"$path\"", '-d', 'session.use_cookies=0'];
    $script = 'error_reporting(E_ALL & ~E_DEPRECATED); session_id($argv[1]); echo json_encode(session_start()), " ";
        $_SESSION["count"] = ($_SESSION["count"] ?? 0) + 1; $_SESSION["text"] ??= str_repeat("long", 100000);
        echo "$argv[1]: $_SESSION[count], ", strlen($_SESSION["text"]), " bytes\n";';
    return shell_exec(implode(' ', array_map('escapeshellarg', php_command(...$options, ...['-r', $script, '--', $id]))));
}

/** What $body throws, or what it returns. */
function outcome(callable $body): string
{
    try {
        return json_encode($body());
    } catch (Throwable $e) {
        return $e::class . ': ' . $e->getMessage();
    }
}

/** Prints the claim, and whether it holds, which it returns. */
function holds(string $claim, bool $does): bool
{
    echo $claim, $does ? ": yes\n" : ": NO\n";
    return $does;
}
