"""What fields of software hold: names of versions, images, queues, paths of requests.

The rows are those of a codebook.
"""

CODING = """
key, issue key, ticket key, story key, epic key, jira key, parent key, linked issue,
  jira issue, jira ticket, epic link, ticket ref | {ticket}
  | jira epic sprint story backlog assignee reporter
issue key, ticket key, jira key, jira issue, jira ticket, epic key, story key | {ticket}
project key | {project} | issue jira project sprint lead board ticket
branch, git branch, branch name, head branch, source branch, feature branch,
  head ref, commit branch | {branch}
  | commit git repo repository build pipeline deployment pull merge sha workflow job ci
  release
base branch, target branch, default branch, base ref, main branch | main / main
  / develop
git ref, ref name | refs/heads/main / refs/heads/develop / refs/tags/v2.#.#
ref | refs/heads/main / refs/heads/develop / refs/heads/feature/search / main
  | commit git repo repository build pipeline pull sha workflow runner pusher branch
short sha, commit short, short commit, short hash, commit short sha, abbrev sha
  | ~~~~~~~
sha, commit, commit sha, commit hash, commit id, git sha, head sha, base sha,
  git commit,
  git hash, sha 1, merge commit sha, before sha, after sha, head commit, revision sha,
  last commit, tree sha, parent sha, merge commit, latest commit, blob sha | {hex40}
  | !price
revision | {hex40} | git commit repo argo source branch
tag, tag name, release tag, git tag | v{minor} / v{minor} / v{minor}-rc.#
  | git release repo repository commit changelog
tag, image tag | {minor} / {minor}-alpine / latest / sha-~~~~~~~
  | docker container registry digest
image tag, docker tag | {minor} / {minor}-alpine / sha-~~~~~~~
node id | {nodeid} | github git repo repository issue pull gist org login
sha 256, sha 256 sum, sha 256 hash, checksum sha 256, sha 256 digest, digest sha 256,
  file hash, content sha 256 | {hex64}
sha 512 | {hex128}
md 5, md 5 sum, md 5 hash, md 5 checksum, content md 5 | {hex32}
crc 32, crc | ~~~~~~~~
etag | "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
digest, image digest, image id, image sha, manifest digest | sha256:{hex64}
  | image docker container registry manifest layer repository oci media
image, docker image, container image, base image, image name, image ref, image uri,
  image reference, image url | {image}
  | container pod docker kubernetes k8s deployment compose registry cluster workload
  replica replicas microservice helm runner ecs imagepullpolicy
docker image, container image, image uri | {image}
container id, docker id | {hex64} | docker pod image kubernetes container runtime host
container id | ~~~~~~~~~~~~ | service log process
pod, pod name | {pod}
  | kubernetes k8s pod container namespace cluster node deployment log replica
pod name | {pod}
namespace, pod namespace, kubernetes namespace, k8s namespace, target namespace
  | default / production / staging / payments / monitoring / kube-system / ingress-nginx
restart policy | Always / Always / Always / OnFailure / Never
  | pod kubernetes k8s namespace deployment spec
restart policy | unless-stopped / always / on-failure / no | docker compose
restart policy | Always / Always / OnFailure / Never
image pull policy, pull policy | IfNotPresent / Always / IfNotPresent
pull policy | IfNotPresent / Always
phase | Running / Running / Running / Pending / Succeeded / Failed
  | pod kubernetes k8s container podip hostip
protocol | TCP / TCP / TCP / UDP
  | pod kubernetes k8s containerport targetport nodeport clusterip container containers
  ports
protocol | tcp / tcp / tcp / udp / icmp
  | firewall rule ingress egress cidr vlan acl packet sourceport destport flow port
  destination security
api version | v1 / v1 / apps/v1 / batch/v1 / networking.k8s.io/v1
  | kind kubernetes k8s pod namespace
kind | {k8skind} | kubernetes k8s pod namespace apiversion
node name, node | {node} | kubernetes k8s pod cluster node container namespace kubelet
service type, type | ClusterIP / ClusterIP / LoadBalancer / NodePort
  | clusterip nodeport targetport loadbalancer
qos class | Burstable / Guaranteed / BestEffort
dns policy | ClusterFirst / ClusterFirst / Default
resource version | ########
uid, owner uid | {uuid} | kubernetes k8s pod namespace metadata labels annotations
  resourceversion
runner, runner name, runner label | ubuntu-latest / ubuntu-22.04 / self-hosted
  / macos-14 / windows-latest
  | build pipeline workflow job ci commit branch deployment
action, rule action, firewall action | allow / allow / deny
  | firewall acl cidr sourceport
  ingress egress packet
content, data, target, rdata, answer, record value, record content, record data | {dns}
  | dns cname mx nameserver rdata zone ttl
host, record name | {dnsname} | dns cname mx rdata ttl
cpu, cpu request, cpu limit, cpu requests, cpu limits, requests cpu
  | 100m / 250m / 500m / 1 / 2
  | kubernetes k8s pod container resources requests limits namespace
memory, memory request, memory limit, memory requests, memory limits
  | 128Mi / 256Mi / 512Mi / 1Gi / 2Gi
  | kubernetes k8s pod container resources requests limits namespace
storage, storage request | 1Gi / 5Gi / 10Gi / 20Gi / 100Gi
  | kubernetes k8s volume claim pvc persistent requests
storage class, storage class name | standard / gp3 / premium-rwo / longhorn
ingress class, ingress class name | nginx / traefik / alb
update strategy, deployment strategy | RollingUpdate / RollingUpdate / Recreate
  / blue-green / canary
"""

CLOUD = """
arn, resource arn, role arn, topic arn, function arn, queue arn, bucket arn
  | arn:aws:s3:::acme-uploads / arn:aws:sns:eu-central-1:############:orders
  / arn:aws:lambda:us-east-1:############:function:resize-image
instance id, ec 2 instance id | i-0~~~~~~~~~~~~~~~~
  | aws ec2 instance vpc ami region subnet autoscaling
ami id, ami | ami-0~~~~~~~~~~~~~~~~
vpc id, vpc | vpc-0~~~~~~~~~~~~~~~~
subnet id | subnet-0~~~~~~~~~~~~~~~~
security group id, security group | sg-0~~~~~~~~~~~~~~~~
volume id | vol-0~~~~~~~~~~~~~~~~ | aws instance snapshot attached iops ec2
snapshot id | snap-0~~~~~~~~~~~~~~~~ | aws volume ec2 instance
region, aws region, cloud region, bucket region, datacenter region
  | eu-central-1 / us-east-1 / eu-west-1 / us-west-2 / ap-southeast-1
  | aws instance bucket cloud cluster vm server lambda vcpu vcpus serverless droplet vpc
  node hostname kubernetes deployment
aws region, cloud region | eu-central-1 / us-east-1 / eu-west-1 / us-west-2
availability zone, az | eu-central-1a / us-east-1b / eu-west-1c / us-west-2a
instance type, machine type, vm size, node type, instance size, instance class
  | t3.medium / t3.large / m5.large / c6i.xlarge / r6g.large
bucket, bucket name, s3 bucket | acme-uploads / media-assets-prod / backups-eu
  / invoices-archive / static-web
object key, s3 key, file key, storage key, blob name
  | uploads/2026/0[1-9]/{hex8}.jpg / invoices/2026/INV-####.pdf
  / exports/users-{date}.csv
runtime | nodejs20.x / python3.12 / java21 / go1.x | lambda function handler serverless
handler | index.handler / app.handler / main.lambda_handler
  | lambda function serverless runtime
subscription id, tenant id | {uuid} | azure
cron, cron expression, crontab, cron schedule, schedule cron, schedule expression,
  cron spec | {cron}
schedule | {cron}
  | cron crontab backup job cronjob pipeline workflow scheduler lastrun nextrun trigger
queue, queue name, job queue, task queue | emails / default / orders.created / exports
  / image-resize / webhooks / billing / high-priority
  | job worker message consumer attempts retry retries task enqueued rabbitmq amqp sqs
  broker dequeue visibility delayed
queue name | emails / default / exports / webhooks / billing
topic, topic name, kafka topic | orders.created / payments.settled / user-events
  / inventory.updates / audit-log
  | kafka consumer partition partitions offset broker producer subscription pubsub mqtt
  message replication
exchange, exchange name | orders / events / notifications / amq.topic
  | queue routing rabbitmq amqp binding broker
routing key | order.created / payment.failed / user.signup / stock.updated
consumer group, consumer group id, group id | billing-service / order-projector
  / email-sender / search-indexer | kafka consumer partition offset topic lag queue
consumer group | billing-service / order-projector / email-sender / search-indexer
handler, job class, job name, job type, task name, task type
  | SendInvoiceEmail / ResizeImage / SyncInventory / ExportReport / CleanupSessions
  | job queue worker attempts retry retries cron task
worker, worker id, worker name | worker-[1-9] / worker-1# | job queue task attempts run
mime type, content type, media type, mime, file type mime | {mime}
charset, character set | utf-8 / utf-8 / utf-8 / iso-8859-1
utc offset, gmt offset, timezone offset, tz offset, time zone offset | {offset}
rgb, rgb color, rgb value | 31, 111, 235 / 242, 153, 74 / 39, 174, 96 / 235, 87, 87
rgba | rgba(31, 111, 235, 1) / rgba(39, 174, 96, 0.8) / rgba(45, 52, 54, 0.5)
hsl | hsl(216, 84%, 52%) / hsl(29, 86%, 62%) / hsl(145, 63%, 42%)
text color, primary color, secondary color, border color, fill color, stroke color,
  font color, foreground color, theme color, brand color, header color, link color
  | {color}
fill, stroke, foreground | {color}
  | color theme svg shape style stroke width canvas background
date format | YYYY-MM-DD / DD/MM/YYYY / MM/DD/YYYY / DD.MM.YYYY
time format | HH:mm / h:mm a / 24h / 12h
"""

WEB = """
^trace id, x trace id | {hex32}
span id, parent span id, parent id | {hex16} | trace span duration service
span id, parent span id | {hex16}
traceparent | 00-{hex32}-{hex16}-01
correlation id, x request id, x correlation id, idempotency key, invocation id,
  transaction uuid | {uuid}
request id, api request id | {uuid}
  | trace span log method latency endpoint error correlation http event gateway webhook
  agent host statuscode
path, request path, uri path, endpoint path, route, url path, request uri, uri,
  resource path, api path, endpoint | {requestpath}
  | method httpmethod statuscode latency useragent httpstatus useragent responsetime
  verb rps throughput p95 requestid
referer, referrer, http referer, referer url, referrer url
  | https://www.example.com/ / https://www.google.com/ / https://app.example.com/login
  / https://news.example.org/
accept, accept header | application/json / text/html,application/xhtml+xml
  / application/json, text/plain
accept language | en-US,en;q=0.9 / de-DE,de;q=0.8 / en-GB,en;q=0.9
accept encoding, content encoding | gzip / br / gzip
origin | https://app.example.com / https://www.example.com
  | method useragent cors referer httpmethod
http version | HTTP/1.1 / HTTP/2 / HTTP/2
protocol, http protocol | HTTP/1.1 / HTTP/2.0 | useragent referer statuscode httpmethod
cache status, x cache | HIT / HIT / MISS / BYPASS
http method, request method | GET / GET / GET / POST / POST / PUT / DELETE / PATCH
ulid | 01J$$$$$$$$$$$$$$$$$$$$$$$
ksuid | 2%%%%%%%%%%%%%%%%%%%%%%%%%%
snowflake, snowflake id | 1################
nano id | %%%%%%%%%%%%%%%%%%%%%
object id, mongo id, mongodb id | {hex24}
jwt, id token, jwt token, bearer token, jws | {jwt}
otp, one time password, one time code, verification code, sms code, mfa code, totp,
  passcode | ######
pin, pin code | #### | card otp access device door lock code meeting sim
license key, licence key, product key, serial key, activation key, activation code
  | *****-*****-*****-*****
gift card code, giftcard code, gift code | ****-****-****
coupon code, promo code, discount code, coupon, promotion code, voucher code
  | WELCOME10 / SUMMER25 / FREESHIP / SAVE15 / SPRING20 / VIP30 / THANKYOU5
  / BLACKFRIDAY
rma, rma number, return number | RMA-######
api key | sk_live_%%%%%%%%%%%%%%%%%%%%%%%% / {hex32}
token type | Bearer | token expires access
scope, scopes granted | openid profile email / read write / orders:read orders:write
  | token refresh expires oauth
cursor, next cursor, prev cursor, previous cursor, end cursor, start cursor, page token,
  next page token, continuation token, next token | {cursor}
subject | CN=www.example.com / CN=api.example.com,O=Example Ltd
  | certificate issuer fingerprint notbefore notafter
san, sans, subject alt name | www.example.com / api.example.com / shop.example.com
  | certificate issuer subject
signature algorithm | SHA256-RSA / ECDSA-SHA256 / SHA384-RSA
  | certificate issuer fingerprint
integrity, subresource integrity | sha512-{b64}
shasum | {hex40}
tarball, tarball url, dist tarball
  | https://registry.example.com/packages/{hex8}-{minor}.tgz
message id, in reply to, internet message id | <{hex16}.{hex8}{at}mail.example.com>
  | email subject from cc spf dkim inbox reply
spf, dkim, dmarc, spf result, dkim result, dmarc result | pass / pass / pass / fail
prefix, key prefix, token prefix | sk_live_%%%% / pk_live_%%%% / sk_test_%%%%
  | key token api secret scope
serial number, certificate serial, cert serial | {hex32}
  | certificate issuer tls ssl fingerprint
client secret, webhook secret, signing secret | whsec_{hex32} / {hex32}
  | webhook endpoint
account sid | AC{hex32}
message sid | SM{hex32}
object | {object} | livemode charge payment intent subscription invoice stripe refund
  customer price payout balance
call sid | CA{hex32}
sid | SM{hex32} | message sms
sid | CA{hex32} | call
place id, google place id | ChIJ%%%%%%%%%%%%%%%%%%%%%%% | google lat lng place location
"""

ROWS = "\n".join((CODING.strip(), CLOUD.strip(), WEB.strip()))
