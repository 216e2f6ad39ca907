<?php
// library: symfony/mailer
// needs: exim4-daemon-light
// tasks: yes
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/exim.php';
require __DIR__ . '/inc/tasks.php';

use Symfony\Component\Mailer\Transport\Smtp\EsmtpTransport;
use Symfony\Component\Mime\Email;

/** With STARTTLS, or with TLS from the start. @param array{int, int} $ports */
function transport(array $ports, int $i): EsmtpTransport
{
    $transport = new EsmtpTransport('localhost', $ports[(int) ($i % 4 === 0)], $i % 4 === 0 ?: null);
    $transport->setUsername('user')->setPassword('secret');
    $transport->getStream()->setStreamOptions(['ssl' => ['cafile' => authority()]]);
    return $transport;
}

function email(string $subject, int $i): Email
{
    return (new Email())->from("Anna $i <a@example.org>")->to("b$i@example.org")->subject($subject)
        ->text("of $subject\n")->attach(payload(1000 * $i), 'data.bin');
}

/** The next $count mails: each as it was sent? */
function as_sent(int $count): bool
{
    $mails = mails($count);
    foreach ($mails as $subject => $mail) {
        preg_match('/^To: b(\d+)@example.org$/m', $mail, $to);
        $whole[] = str_contains($mail, "\nof $subject\n") && str_contains($mail, "\nFrom: Anna $to[1] <")
            && attached($mail, 'data.bin') === payload(1000 * $to[1]) && str_contains($mail, 'with esmtpsa');
    }
    return holds('as they were sent', count($mails) === $count && !in_array(false, $whole, true));
}

scenario('40 mails from as many tasks', function () {
    $ports = mail_server();
    $sent = 0;
    $right = as_long_as_the_slowest('40 mails', 40, function (int $i) use ($ports, &$sent) {
        return transport($ports, $i)->send(email('mail ' . ++$sent, $i)) !== null;
    });
    return as_sent($sent) && $right;
});

scenario('a pool of 5 connections for the mails of 40 tasks', function () {
    $ports = mail_server();
    $pool = pool(array_map(fn ($i) => transport($ports, $i), range(0, 4)));
    together('40 mails', 40, fn (int $i) => $pool(fn ($transport) => $transport->send(email("mail $i", $i))));
    return as_sent(40);
});
