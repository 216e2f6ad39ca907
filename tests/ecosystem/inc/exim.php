<?php
// Exim, for what sends mail: it takes everything, with STARTTLS and with TLS from the start, and keeps it in a directory.
declare(strict_types=1);
require_once __DIR__ . '/tls.php';

/** @return array{int, int} the ports: plain at first, and TLS from the start. Its certificate is localhost's; its user is user, secret. */
function mail_server(): array
{
    // Exim leaves root for a user of its own, who has to reach its files.
    $user = posix_getuid() === 0 ? 'Debian-exim' : posix_getpwuid(posix_getuid())['name'];
    chmod(temp_path(''), 0711);
    is_dir($home = temp_path('exim')) || mkdir($home, 0700);
    copy(certified(), "$home/tls.pem");
    foreach (posix_getuid() === 0 ? [$home, "$home/tls.pem"] : [] as $path) {
        chown($path, $user);
    }
    $port = service('exim', function ($port) use ($user, $home, &$tls) {
        file_put_contents(temp_path('exim.conf'), exim_configuration($user, $home, $port, $tls = free_port()));
        chmod(temp_path('exim.conf'), 0644);
        return ['exim4', '-C', temp_path('exim.conf'), '-bdf'];
    });
    return [$port, $tls];
}

function exim_configuration(string $user, string $home, int $port, int $tls): string
{
    return <<<CONF
        exim_user = $user
        primary_hostname = localhost
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = $port : $tls
        tls_on_connect_ports = $tls
        tls_advertise_hosts = *
        tls_certificate = $home/tls.pem
        tls_privatekey = $home/tls.pem
        spool_directory = $home/spool
        log_file_path = $home/%slog
        pid_file_path = $home/pid
        rfc1413_query_timeout = 0s
        smtp_accept_max = 200
        smtp_connect_backlog = 200
        helo_lookup_domains =
        smtp_accept_queue_per_connection = 0
        acl_smtp_rcpt = everything
        begin acl
        everything:
          deny local_parts = nobody
          accept
        begin routers
        here:
          driver = accept
          transport = directory
        begin transports
        directory:
          driver = appendfile
          directory = $home/mail
          maildir_format
          user = $user
        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_advertise_condition = \${if def:tls_in_cipher {yes}{no}}
          server_condition = \${if and {{eq {\$auth2}{user}} {eq {\$auth3}{secret}}}}
        login:
          driver = plaintext
          public_name = LOGIN
          server_prompts = Username:: : Password::
          server_advertise_condition = \${if def:tls_in_cipher {yes}{no}}
          server_condition = \${if and {{eq {\$auth1}{user}} {eq {\$auth2}{secret}}}}

        CONF;
}

const UNTIL_THE_HANDSHAKE = ["250-here\r\n250 STARTTLS\r\n", "220 go\r\n"];

/**
 * A child that greets as many clients as there are lists of answers, gives each an answer of its list for each line that
 * it says, and then says nothing more.
 */
function mail_server_that_falls_silent($listener, array ...$answers): int
{
    return in_child(function () use ($listener, $answers) {
        foreach ($answers as $list) {
            $all[] = $connection = stream_socket_accept($listener, 30);
            fwrite($connection, "220 ready\r\n");
            foreach ($list as $answer) {
                fgets($connection);
                fwrite($connection, $answer);
            }
        }
        sleep(50);
    });
}

/** The next $count mails, by subject, once they are there. @return array<string, string> */
function mails(int $count): array
{
    $pattern = temp_path('exim/mail/new/*');
    for ($polls = 0; count($files = glob($pattern)) < $count; $polls++) {
        $polls < 3000 || throw new RuntimeException(count($files) . ' mails: ' . @file_get_contents(temp_path('exim/mainlog')));
        usleep(10_000);
    }
    foreach ($files as $file) {
        $mail = file_get_contents($file);
        $all[preg_match('/^Subject: (.*)$/m', $mail, $m) ? $m[1] : '?'] = $mail;
        unlink($file);
    }
    ksort($all, SORT_NATURAL);
    return $all;
}

/** Prints what is to be known of a mail: how it came, from whom, for whom; its size says whether it is whole. */
function print_mail(string $subject, string $mail): void
{
    preg_match('/\swith (\S+)\s+\((TLS[\d.]+)/', $mail, $how);
    preg_match('/^From: (.*)$/m', $mail, $from);
    preg_match('/^To: (.*)$/m', $mail, $to);
    echo "$subject: ", $how[1] ?? 'plain', ' ', $how[2] ?? '', ", $from[1] to $to[1]\n";
}

/** The content of a mail's attachment. */
function attached(string $mail, string $name): string
{
    $from = strpos($mail, "\n\n", strrpos($mail, $name)) + 2;
    return base64_decode(substr($mail, $from, strpos($mail, "\n--", $from) - $from));
}
