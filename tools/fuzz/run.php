<?php
// php run.php [SECONDS] [--mode=MODE] [--seed=N] [--programs=N]: see tools/run_fuzz, which starts it.
declare(strict_types=1);
foreach (['settings', 'worker', 'normaliser', 'generator', 'vocabulary', 'divergences', 'comparer', 'reducer', 'report', 'mode',
    'compare_mode', 'hostile_vocabulary', 'hostile_mode', 'fault_programs', 'faults_mode', 'chaos_vocabulary', 'chaos_mode'] as $part) {
    require __DIR__ . "/$part.php";
}

/** A server's certificate, signed by itself. */
function write_certificate(string $path): void
{
    $key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
    $signed = openssl_csr_sign(openssl_csr_new(['commonName' => 'localhost'], $key), null, $key, 30);
    openssl_x509_export($signed, $certificate);
    openssl_pkey_export($key, $secret);
    file_put_contents($path, $certificate . $secret);
}

$settings = new Settings(array_slice($argv, 1));
write_certificate(getenv('FUZZ_CERTIFICATE'));
$sum = ['passed' => 0, 'failed' => 0, 'skipped' => 0];
foreach ($settings->modes as $name) {
    echo "=== $name, seeds from $settings->seed\n";
    $mode = match ($name) {
        'compare' => new CompareMode(),
        'hostile' => new HostileMode($settings),
        'faults' => new FaultsMode($settings),
        'chaos' => new ChaosMode($settings),
    };
    $report = (new Drive($mode, $name, $settings))->run();
    foreach ($sum as $which => $count) $sum[$which] = $count + $report->$which;
}
echo "$sum[passed] passed, $sum[failed] failed, $sum[skipped] skipped\n";
exit((int) ($sum['failed'] > 0));
