<?php
// library: phpmailer/phpmailer
// needs: exim4-daemon-light
// tasks: yes
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/exim.php';
require __DIR__ . '/inc/tasks.php';

use PHPMailer\PHPMailer\PHPMailer;

/** One that logs in, with STARTTLS or with TLS from the start. @param array{int, int} $ports */
function mailer(array $ports, int $i): PHPMailer
{
    $mailer = new PHPMailer(true);
    $mailer->isSMTP();
    $mailer->Host = '127.0.0.1';
    $mailer->Port = $ports[(int) ($i % 4 === 0)];
    $mailer->SMTPSecure = $i % 4 === 0 ? PHPMailer::ENCRYPTION_SMTPS : PHPMailer::ENCRYPTION_STARTTLS;
    $mailer->SMTPOptions = ['ssl' => ['cafile' => authority(), 'peer_name' => 'localhost']];
    [$mailer->SMTPAuth, $mailer->Username, $mailer->Password] = [true, 'user', 'secret'];
    $mailer->setFrom('a@example.org', "Anna $i");
    $mailer->addAddress("b$i@example.org");
    return $mailer;
}

scenario('40 mails from as many tasks', function () {
    $ports = mail_server();
    $sent = 0;
    $right = as_long_as_the_slowest('40 mails', 40, function (int $i) use ($ports, &$sent) {
        $mailer = mailer($ports, $i);
        $mailer->Subject = 'mail ' . ++$sent;
        $mailer->Body = "of $mailer->Subject";
        $mailer->addStringAttachment(payload(1000 * $i), 'data.bin');
        return $mailer->send();
    });
    $mails = mails($sent);
    foreach ($mails as $subject => $mail) {
        preg_match('/^To: b(\d+)@example.org$/m', $mail, $to);
        $right = $right && str_contains($mail, "\nof $subject\n") && str_contains($mail, "\nFrom: Anna $to[1] <")
            && attached($mail, 'data.bin') === payload(1000 * $to[1]) && str_contains($mail, 'with esmtpsa');
    }
    return holds('as they were sent', $right && count($mails) === $sent);
});

scenario('connections of 10 tasks that are kept, for 5 mails each', function () {
    $ports = mail_server();
    [$results] = at_once(10, function (int $i) use ($ports) {
        $mailer = mailer($ports, $i);
        $mailer->SMTPKeepAlive = true;
        for ($n = 0; $n < 5; $n++) {
            $mailer->Subject = "mail $i-$n";
            $mailer->Body = str_repeat("line of $i-$n\n", 1000);
            $results[] = $mailer->send();
        }
        $mailer->smtpClose();
        return $results;
    });
    $mails = mails(50);
    foreach ($mails as $subject => $mail) {
        $whole[] = substr_count($mail, strtr($subject, ['mail' => 'line of']) . "\n") === 1000;
    }
    return $results === array_fill(0, 10, array_fill(0, 5, true)) && $whole === array_fill(0, 50, true);
});
