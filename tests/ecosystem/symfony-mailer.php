<?php
// library: symfony/mailer
// needs: exim4-daemon-light
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/exim.php';

use Symfony\Component\Mailer\Exception\TransportExceptionInterface;
use Symfony\Component\Mailer\Transport\Smtp\EsmtpTransport;
use Symfony\Component\Mime\Email;

/** @param ?bool $tls from the start; null: by STARTTLS, if the server offers it */
function transport(int $port, ?bool $tls, array $ssl = [], string $host = 'localhost'): EsmtpTransport
{
    $transport = new EsmtpTransport($host, $port, $tls);
    $transport->getStream()->setTimeout(20)->setStreamOptions(['ssl' => $ssl + ['cafile' => authority()]]);
    return $transport;
}

function email(string $subject): Email
{
    return (new Email())->from('Anna <a@example.org>')->to('b@example.org')->subject($subject)->text("hello\nB");
}

function sends(EsmtpTransport $transport, Email $email): void
{
    try {
        told(fn () => $transport->send($email));
        echo "sent\n";
    } catch (TransportExceptionInterface $e) {
        echo plain($e->getMessage()), "\n";
    }
}

scenario('with STARTTLS, with TLS from the start', function () {
    [$port, $tls] = mail_server();
    sends(transport($port, null), email('starttls'));
    sends(transport($tls, true), email('smtps'));
    foreach (mails(2) as $subject => $mail) {
        print_mail($subject, $mail);
    }
    return true;
});

scenario('with a password', function () {
    [$port, $tls] = mail_server();
    foreach ([[$port, null], [$tls, true]] as $i => $how) {
        foreach (['secret', 'wrong'] as $password) {
            $transport = transport(...$how)->setUsername('user')->setPassword($password);
            sends($transport, email("mail $i"));
        }
    }
    foreach (mails(2) as $subject => $mail) {
        print_mail($subject, $mail);
    }
    return true;
});

scenario('servers that we do not trust', function () {
    [$port, $tls] = mail_server();
    foreach ([[$port, null], [$tls, true]] as $how) {
        sends(transport(...$how, ssl: ['cafile' => authority('other')]), email('untrusted'));
        sends(transport(...$how, ssl: ['peer_name' => 'other.example']), email('misnamed'));
    }
    sends(transport($port, null, ['cafile' => authority('other'), 'verify_peer' => false]), email('lax'));
    return array_keys(mails(1)) === ['lax'];
});

scenario('a large attachment, and many on one connection', function () {
    [$port, $tls] = mail_server();
    $data = payload(5 << 20);
    foreach ([transport($port, null), transport($tls, true)] as $i => $transport) {
        sends($transport, email("large $i")->attach($data, 'large.bin'));
        for ($n = 0; $n < 15; $n++) {
            $transport->send(email("mail $i-$n"));
        }
        $transport->stop();
    }
    $mails = mails(32);
    print_mail('mail 1-14', $mails['mail 1-14']);
    foreach (['large 0', 'large 1'] as $subject) {
        $good[] = holds($subject, attached($mails[$subject], 'large.bin') === $data);
    }
    return count($mails) === 32 && !in_array(false, $good, true);
});

scenario('a server that falls silent in the handshake', function () {
    $listener = tls_listener([], 'tcp');
    $child = mail_server_that_falls_silent($listener, UNTIL_THE_HANDSHAKE);
    $transport = transport(port_of($listener), null, [], '127.0.0.1');
    $transport->getStream()->setTimeout(1);
    sends($transport, email('never'));
    return posix_kill($child, SIGKILL);
});
