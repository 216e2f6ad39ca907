<?php
// library: phpmailer/phpmailer
// needs: exim4-daemon-light
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/exim.php';

use PHPMailer\PHPMailer\Exception as MailerException;
use PHPMailer\PHPMailer\PHPMailer;

function mailer(int $port, string $secure, array $ssl = []): PHPMailer
{
    $mailer = new PHPMailer(true);
    $mailer->isSMTP();
    $mailer->Host = '127.0.0.1';
    $mailer->Port = $port;
    $mailer->SMTPSecure = $secure;
    $mailer->SMTPAutoTLS = $secure !== '';
    $mailer->SMTPOptions = ['ssl' => $ssl + ['cafile' => authority(), 'peer_name' => 'localhost']];
    $mailer->Timeout = 20;
    $mailer->setFrom('a@example.org', 'Anna');
    $mailer->addAddress('b@example.org');
    $mailer->Subject = 'mail';
    $mailer->Body = "hello\nB";
    return $mailer;
}

function sends(PHPMailer $mailer): void
{
    try {
        echo json_encode(told($mailer->send(...))), "\n";
    } catch (MailerException $e) {
        // (What follows is $errstr, which uvstream fills where stock has none.)
        echo plain(preg_replace('/(Failed to connect to server).*/s', '$1', $e->getMessage())), "\n";
    }
}

const STARTTLS = PHPMailer::ENCRYPTION_STARTTLS;
const SMTPS = PHPMailer::ENCRYPTION_SMTPS;

scenario('with STARTTLS, with TLS from the start, and plain', function () {
    [$port, $tls] = mail_server();
    foreach (['plain' => [$port, ''], 'starttls' => [$port, STARTTLS], 'smtps' => [$tls, SMTPS]] as $name => $how) {
        $mailer = mailer(...$how);
        $mailer->Subject = $name;
        sends($mailer);
    }
    foreach (mails(3) as $subject => $mail) {
        print_mail($subject, $mail);
    }
    return true;
});

scenario('with a password', function () {
    [$port, $tls] = mail_server();
    foreach ([[$port, STARTTLS], [$tls, SMTPS]] as $i => $how) {
        foreach (['PLAIN', 'LOGIN'] as $type) {
            $mailer = mailer(...$how);
            [$mailer->SMTPAuth, $mailer->AuthType] = [true, $type];
            [$mailer->Username, $mailer->Password] = ['user', 'secret'];
            $mailer->Subject = "$i $type";
            sends($mailer);
        }
        $mailer->Password = 'wrong';
        sends($mailer);
    }
    foreach (mails(4) as $subject => $mail) {
        print_mail($subject, $mail);
    }
    return true;
});

scenario('servers that we do not trust', function () {
    [$port, $tls] = mail_server();
    foreach ([[$port, STARTTLS], [$tls, SMTPS]] as $how) {
        sends(mailer(...$how, ssl: ['cafile' => authority('other')]));
        sends(mailer(...$how, ssl: ['peer_name' => 'other.example']));
    }
    sends(mailer($port, STARTTLS, ['cafile' => authority('other'), 'verify_peer' => false]));
    return count(mails(1)) === 1;
});

scenario('a large attachment', function () {
    [$port, $tls] = mail_server();
    file_put_contents(temp_path('large'), $data = payload(5 << 20));
    foreach ([[$port, STARTTLS], [$tls, SMTPS]] as $i => $how) {
        $mailer = mailer(...$how);
        $mailer->addAttachment(temp_path('large'), 'large.bin');
        $mailer->Subject = "large $i";
        sends($mailer);
    }
    foreach (mails(2) as $subject => $mail) {
        $good[] = holds($subject, attached($mail, 'large.bin') === $data);
    }
    return !in_array(false, $good, true);
});

scenario('many on one connection', function () {
    [$port] = mail_server();
    $mailer = mailer($port, STARTTLS);
    $mailer->SMTPKeepAlive = true;
    for ($i = 0; $i < 15; $i++) {
        $mailer->Subject = "mail $i";
        $mailer->send();
    }
    $mailer->Subject = 'mail to two'; // one of whom is refused
    $mailer->addAddress('nobody@example.org');
    sends($mailer);
    $mailer->smtpClose();
    $mails = mails(16);
    print_mail('mail 14', $mails['mail 14']);
    return count($mails) === 16;
});

scenario('a server that falls silent', function () {
    $listener = tls_listener([], 'tcp');
    $child = mail_server_that_falls_silent($listener, UNTIL_THE_HANDSHAKE, []);
    for ($i = 0; $i < 2; $i++) { // in the handshake; before it
        $mailer = mailer(port_of($listener), STARTTLS);
        $mailer->Timeout = 1;
        $mailer->getSMTPInstance()->Timelimit = 1;
        sends($mailer);
    }
    return posix_kill($child, SIGKILL);
});
